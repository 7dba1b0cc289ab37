-- The access log only grows: changing, deleting or emptying it is refused by the database itself.
CREATE FUNCTION refuse_audit_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'audit_entry is append-only';
END;
$$;
CREATE TRIGGER audit_entry_append_only BEFORE UPDATE OR DELETE ON audit_entry
  FOR EACH ROW EXECUTE FUNCTION refuse_audit_change();
CREATE TRIGGER audit_entry_no_truncate BEFORE TRUNCATE ON audit_entry
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_audit_change();

-- At most one active team a person, and one active membership a professional in it, whatever happens at once.
CREATE UNIQUE INDEX team_one_active ON team (person_id) WHERE state = 'active';
CREATE UNIQUE INDEX team_member_once ON team_member (team_id, staff_id) WHERE left_at IS NULL;
CREATE UNIQUE INDEX membership_once ON membership (staff_id, organisation_id, role) WHERE ended_at IS NULL;
CREATE UNIQUE INDEX care_record_one_current ON care_record (series_id) WHERE status = 'current';
