-- The rows that POST /customers writes for wrk/create.lua, as the server writes them, in one transaction: the ceiling for
-- creating on PostgreSQL. Ids are counted by each client, so that no two clients wait for each other; the server's own
-- count of rows and its locks are left out, and so is all that it reads. `base` is another for each run.
\set made :made + 1
\set id :base + :client_id * 1000000 + :made
BEGIN;
INSERT INTO customer (id, code, code_key, name, name_key, email, note, currency, terms_start, terms_days, default_nominal,
    vat_number, trade_border, cis_reverse_charge, applies_withholding, withholding_rate, unique_entity_number, is_archived,
    contact_count, field_count, updated_at, updated_on, email_key, source, uses_delivery_address, default_reference,
    discount_rate, shows_discount, wholesale_pricing, includes_vat_number, email_template, overrides_file_format,
    invoice_file_format, pdf_theme, credit_control, has_credit_limit, credit_limit, address_count, customer_key, created_at,
    created_on)
VALUES (:id, 'B' || CAST(:id AS BIGINT), 'b' || CAST(:id AS BIGINT), 'Customer B' || CAST(:id AS BIGINT),
    'customer b' || CAST(:id AS BIGINT), 'ines@harbour.example', NULL, NULL, NULL, NULL, NULL,
    NULL, 'Domestic', 0, 0, NULL, NULL, 0,
    1, 0, '2026-11-25T10:40:17.747Z', '2026-11-25', 'ines@harbour.example', 0, 0, NULL,
    NULL, 0, 0, 0, NULL, 0,
    NULL, NULL, 0, 0, NULL, 1, '109402a1-fb11-4072-8f2a-' || CAST(:id AS BIGINT), '2026-11-25T10:40:17.747Z',
    '2026-11-25');
INSERT INTO customer_search (customer, search_text) VALUES (:id, 'b' || CAST(:id AS BIGINT) || E'\ncustomer b'
    || CAST(:id AS BIGINT) || E'\nines okafor\nines@harbour.example\npl1 2ab');
INSERT INTO customer_contact (id, customer, place, is_primary, receives_emails, name, title, first_name, last_name,
    telephone, fax, mobile, website, email)
VALUES (:id, :id, 0, 1, 0, 'Ines Okafor', NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'ines@harbour.example');
INSERT INTO customer_address (customer, kind, place, name, line1, line2, line3, line4, post_code, country)
VALUES (:id, 'billing', 0, NULL, '4 Quay Road', NULL, NULL, NULL, 'PL1 2AB', 'GB');
COMMIT;
