-- An invitation may also let somebody who has an account choose its secrets anew.
ALTER TABLE invitation ADD COLUMN account INTEGER REFERENCES account (id) ON DELETE CASCADE;
CREATE INDEX invitation_account ON invitation (account);

-- What has grown old is found without a walk through the table.
CREATE INDEX sign_in_try_last ON sign_in_try (last_ms);
CREATE INDEX device_made ON device (made_at_ms);
CREATE INDEX session_made ON session (made_at_ms);
