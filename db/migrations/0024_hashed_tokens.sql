-- A session goes on: its token is in the browser, only its hash stays here.
UPDATE "auth_session" SET "token" = encode(sha256(convert_to("token", 'UTF8')), 'hex');
