-- Enquiries to facilities: cases, states, disclosures, documents, their rooms' members (R19).
-- AlterTable
ALTER TABLE "room" ADD COLUMN     "enquiry_id" TEXT;

-- CreateTable
CREATE TABLE "negotiation_case" (
    "id" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "person_id" TEXT NOT NULL,
    "asker_org_id" TEXT NOT NULL,
    "opened_by_id" TEXT NOT NULL,
    "opened_at" TIMESTAMPTZ(3) NOT NULL,
    "state" TEXT NOT NULL,
    "sealed" BYTEA NOT NULL,
    "key_version" INTEGER NOT NULL,
    "sent_at" TIMESTAMPTZ(3),
    "decided_at" TIMESTAMPTZ(3),

    CONSTRAINT "negotiation_case_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "enquiry" (
    "id" TEXT NOT NULL,
    "case_id" TEXT NOT NULL,
    "facility_id" TEXT NOT NULL,
    "organisation_id" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "answer" TEXT,
    "level" INTEGER NOT NULL,
    "version" INTEGER NOT NULL,
    "inquired_at" TIMESTAMPTZ(3),
    "first_answered_at" TIMESTAMPTZ(3),
    "decided_at" TIMESTAMPTZ(3),
    "remind_at" TIMESTAMPTZ(3),
    "due_at" TIMESTAMPTZ(3),
    "expires_at" TIMESTAMPTZ(3),
    "reminded" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "enquiry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "enquiry_step" (
    "enquiry_id" TEXT NOT NULL,
    "seq" INTEGER NOT NULL,
    "action" TEXT NOT NULL,
    "side" TEXT NOT NULL,
    "staff_id" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "reason" TEXT,
    "sealed" BYTEA NOT NULL,
    "key_version" INTEGER NOT NULL,

    CONSTRAINT "enquiry_step_pkey" PRIMARY KEY ("enquiry_id","seq")
);

-- CreateTable
CREATE TABLE "enquiry_member" (
    "enquiry_id" TEXT NOT NULL,
    "staff_id" TEXT NOT NULL,
    "side" TEXT NOT NULL,
    "joined_at" TIMESTAMPTZ(3) NOT NULL,
    "left_at" TIMESTAMPTZ(3),

    CONSTRAINT "enquiry_member_pkey" PRIMARY KEY ("enquiry_id","staff_id")
);

-- CreateTable
CREATE TABLE "disclosure" (
    "id" TEXT NOT NULL,
    "enquiry_id" TEXT NOT NULL,
    "person_id" TEXT NOT NULL,
    "organisation_id" TEXT NOT NULL,
    "level" INTEGER NOT NULL,
    "items" TEXT[],
    "consent_ids" TEXT[],
    "document_ids" TEXT[],
    "disclosed_by_id" TEXT NOT NULL,
    "disclosed_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),
    "sealed" BYTEA NOT NULL,
    "key_version" INTEGER NOT NULL,

    CONSTRAINT "disclosure_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "case_document" (
    "id" TEXT NOT NULL,
    "case_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "level" INTEGER NOT NULL,
    "media_type" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "sealed" BYTEA NOT NULL,
    "key_version" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "created_by_id" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "approved_by_id" TEXT,

    CONSTRAINT "case_document_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "negotiation_case_code_key" ON "negotiation_case"("code");

-- CreateIndex
CREATE INDEX "negotiation_case_person_id_idx" ON "negotiation_case"("person_id");

-- CreateIndex
CREATE INDEX "negotiation_case_asker_org_id_idx" ON "negotiation_case"("asker_org_id");

-- CreateIndex
CREATE INDEX "enquiry_case_id_idx" ON "enquiry"("case_id");

-- CreateIndex
CREATE INDEX "enquiry_organisation_id_state_idx" ON "enquiry"("organisation_id", "state");

-- CreateIndex
CREATE INDEX "enquiry_state_due_at_idx" ON "enquiry"("state", "due_at");

-- CreateIndex
CREATE INDEX "enquiry_member_staff_id_idx" ON "enquiry_member"("staff_id");

-- CreateIndex
CREATE INDEX "disclosure_enquiry_id_idx" ON "disclosure"("enquiry_id");

-- CreateIndex
CREATE INDEX "disclosure_person_id_disclosed_at_idx" ON "disclosure"("person_id", "disclosed_at" DESC);

-- CreateIndex
CREATE INDEX "case_document_case_id_idx" ON "case_document"("case_id");

-- CreateIndex
CREATE UNIQUE INDEX "room_enquiry_id_key" ON "room"("enquiry_id");

-- AddForeignKey
ALTER TABLE "room" ADD CONSTRAINT "room_enquiry_id_fkey" FOREIGN KEY ("enquiry_id") REFERENCES "enquiry"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "negotiation_case" ADD CONSTRAINT "negotiation_case_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "enquiry" ADD CONSTRAINT "enquiry_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "negotiation_case"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "enquiry" ADD CONSTRAINT "enquiry_facility_id_fkey" FOREIGN KEY ("facility_id") REFERENCES "organisation_service"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "enquiry_step" ADD CONSTRAINT "enquiry_step_enquiry_id_fkey" FOREIGN KEY ("enquiry_id") REFERENCES "enquiry"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "enquiry_member" ADD CONSTRAINT "enquiry_member_enquiry_id_fkey" FOREIGN KEY ("enquiry_id") REFERENCES "enquiry"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "enquiry_member" ADD CONSTRAINT "enquiry_member_staff_id_fkey" FOREIGN KEY ("staff_id") REFERENCES "staff"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "disclosure" ADD CONSTRAINT "disclosure_enquiry_id_fkey" FOREIGN KEY ("enquiry_id") REFERENCES "enquiry"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_document" ADD CONSTRAINT "case_document_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "negotiation_case"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- One facility at most is chosen for a case, whoever acts at the same time.
CREATE UNIQUE INDEX "enquiry_one_chosen" ON "enquiry"("case_id") WHERE "state" IN ('agreed', 'dateSet', 'completed');

-- What was done stays as it was written.
CREATE FUNCTION enquiry_step_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'enquiry_step is append-only';
END $$;
CREATE TRIGGER enquiry_step_append_only BEFORE UPDATE OR DELETE ON "enquiry_step"
  FOR EACH ROW EXECUTE FUNCTION enquiry_step_append_only();
