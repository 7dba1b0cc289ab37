-- The emergency card (R13): every version of every section and every confirmation is kept; the newest one counts.
-- CreateTable
CREATE TABLE "emergency_section" (
    "person_id" TEXT NOT NULL,
    "section" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "sealed" BYTEA NOT NULL,
    "key_version" INTEGER NOT NULL,
    "saved_at" TIMESTAMPTZ(3) NOT NULL,
    "saved_by_id" TEXT NOT NULL,
    "saved_by_org_id" TEXT NOT NULL,
    "saved_by_role" TEXT NOT NULL,

    CONSTRAINT "emergency_section_pkey" PRIMARY KEY ("person_id","section","version")
);

-- CreateTable
CREATE TABLE "emergency_confirmation" (
    "id" BIGSERIAL NOT NULL,
    "person_id" TEXT NOT NULL,
    "section" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "confirmed_at" TIMESTAMPTZ(3) NOT NULL,
    "confirmed_by_id" TEXT NOT NULL,
    "confirmed_by_org_id" TEXT NOT NULL,
    "confirmed_by_role" TEXT NOT NULL,

    CONSTRAINT "emergency_confirmation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "emergency_reminder" (
    "person_id" TEXT NOT NULL,
    "reminded_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "emergency_reminder_pkey" PRIMARY KEY ("person_id")
);

-- CreateIndex
CREATE INDEX "emergency_confirmation_person_id_section_version_idx" ON "emergency_confirmation"("person_id", "section", "version" DESC);

-- AddForeignKey
ALTER TABLE "emergency_section" ADD CONSTRAINT "emergency_section_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "emergency_confirmation" ADD CONSTRAINT "emergency_confirmation_person_id_section_version_fkey" FOREIGN KEY ("person_id", "section", "version") REFERENCES "emergency_section"("person_id", "section", "version") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "emergency_reminder" ADD CONSTRAINT "emergency_reminder_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Neither a version nor a confirmation is ever changed or taken away: the database refuses it.
CREATE FUNCTION refuse_emergency_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME;
END;
$$;
CREATE TRIGGER emergency_section_append_only BEFORE UPDATE OR DELETE ON emergency_section
  FOR EACH ROW EXECUTE FUNCTION refuse_emergency_change();
CREATE TRIGGER emergency_confirmation_append_only BEFORE UPDATE OR DELETE ON emergency_confirmation
  FOR EACH ROW EXECUTE FUNCTION refuse_emergency_change();
