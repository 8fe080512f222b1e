-- What an inbox asks for stands in its index: kind, service and term are compared before a text is read.
CREATE INDEX contribution_inbox ON contribution (district, state, id, kind, service, term);
DROP INDEX contribution_state;
