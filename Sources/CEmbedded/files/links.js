"use strict";
const at = (id) => document.getElementById(id);
const say = (text) => { at("says").textContent = text; };
const [, base, kind] = location.pathname.match(/^(.*)\/links\/([^/]*)\/*$/i);
const isReset = kind.toLowerCase() === "reset";
const secret = location.hash.slice(1);
// The secret is good once: it stays neither in the address line nor in the history.
history.replaceState(null, "", location.pathname);

const path = isReset ? `${base}/password/${secret}` : `${base}/users/activation/${secret}`;
const call = (method, where, body) => fetch(where, {
  method, cache: "no-store", credentials: "omit", referrerPolicy: "no-referrer",
  headers: body ? { "Content-Type": "application/json" } : {}, body: body && JSON.stringify(body),
});
// Names of the interface's members, in words.
const words = {
  NewPassword: "The new password", ConfirmPassword: "The new password, the second time,",
  Password: isReset ? "The new password" : "The temporary password", MemorableWord: "The memorable word",
  ConfirmMemorableWord: "The memorable word, the second time,",
};
const told = async (answer) => {
  const error = await answer.json().catch(() => null);
  if (!error) return "The server could not be asked. Try again.";
  return (error.Details || []).map(({ Field, Message }) =>
    words[Field] ? words[Field] + Message.slice(Field.length) : Message).join("\n") || error.Message;
};
const dead = () => {
  at("form").hidden = true;
  say("This link is not good, or no longer. Links are good once, and for a while only.");
  at("again").hidden = isReset;
};
const look = async () => {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(secret)) {
    return say("Open this page by the link in your letter: it is good until a password is chosen.");
  }
  const answer = await call("GET", path);
  if (answer.status === 404) return dead();
  if (!answer.ok) return say(await told(answer));
  look.link = await answer.json();
  at("username").value = look.link.UserName || look.link.Username;
  at("temporary-row").hidden = isReset;
  at("word-rows").hidden = isReset && !look.link.ResetMemorableWord;
  at("form").hidden = false;
};
const save = async () => {
  const [password, word] = [at("password").value, at("word").value];
  if (isReset) {
    if (password !== at("password-again").value) return say("The new password, the second time, must be the same.");
    if (word !== at("word-again").value) return say("The memorable word, the second time, must be the same.");
  }
  const body = isReset
    ? { UserName: look.link.UserName, Email: look.link.Email, TokenKey: secret, Password: password }
    : { Password: at("temporary").value, NewPassword: password, ConfirmPassword: at("password-again").value,
        ConfirmMemorableWord: at("word-again").value };
  if (!isReset || look.link.ResetMemorableWord) body.MemorableWord = word;
  const answer = await call("PUT", isReset ? path : `${path}/credential`, body);
  if (answer.status === 404) return dead();
  if (!answer.ok) return say(await told(answer));
  for (const input of document.querySelectorAll("input")) input.value = "";
  at("form").hidden = true;
  say("Saved. You can sign in with it now.");
};
const ask = async () => {
  const answer = await call("POST", `${path}/email`);
  at("again").hidden = true;
  say(answer.ok ? "If the link was yours and came too late, a fresh letter is on its way." : await told(answer));
};
const alone = (work) => work().catch(() => say("The server could not be reached. Try again."));
at("form").addEventListener("submit", (event) => { event.preventDefault(); alone(save); });
at("again").addEventListener("click", () => alone(ask));
alone(look);
