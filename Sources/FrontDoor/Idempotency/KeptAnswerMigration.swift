import Store

/// The answers that are kept for requests with an idempotency key.
let keptAnswerMigrations = [Migration("009 kept answers", KeptAnswer.table)]
