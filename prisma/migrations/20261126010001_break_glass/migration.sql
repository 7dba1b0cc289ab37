-- Emergency cards read from outside the team: codes of printed cards, time-limited grants, their reviews, counted searches.
-- CreateTable
CREATE TABLE "emergency_token" (
    "hash" BYTEA NOT NULL,
    "person_id" TEXT NOT NULL,
    "issued_at" TIMESTAMPTZ(3) NOT NULL,
    "issued_by_id" TEXT NOT NULL,
    "ended_at" TIMESTAMPTZ(3),
    "ended_by_id" TEXT,

    CONSTRAINT "emergency_token_pkey" PRIMARY KEY ("hash")
);

-- CreateTable
CREATE TABLE "emergency_grant" (
    "id" TEXT NOT NULL,
    "person_id" TEXT NOT NULL,
    "staff_id" TEXT NOT NULL,
    "organisation_id" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "consented" BOOLEAN NOT NULL,
    "note" TEXT NOT NULL,
    "granted_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "emergency_grant_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "emergency_review" (
    "id" BIGSERIAL NOT NULL,
    "grant_id" TEXT NOT NULL,
    "verdict" TEXT NOT NULL,
    "note" TEXT NOT NULL,
    "reviewed_at" TIMESTAMPTZ(3) NOT NULL,
    "reviewed_by_id" TEXT NOT NULL,

    CONSTRAINT "emergency_review_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "emergency_search" (
    "id" BIGSERIAL NOT NULL,
    "staff_id" TEXT NOT NULL,
    "searched_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "emergency_search_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "emergency_token_person_id_idx" ON "emergency_token"("person_id");

-- CreateIndex
CREATE INDEX "emergency_grant_staff_id_granted_at_idx" ON "emergency_grant"("staff_id", "granted_at");

-- CreateIndex
CREATE INDEX "emergency_grant_organisation_id_granted_at_idx" ON "emergency_grant"("organisation_id", "granted_at");

-- CreateIndex
CREATE INDEX "emergency_review_grant_id_idx" ON "emergency_review"("grant_id");

-- CreateIndex
CREATE INDEX "emergency_search_staff_id_searched_at_idx" ON "emergency_search"("staff_id", "searched_at");

-- AddForeignKey
ALTER TABLE "emergency_token" ADD CONSTRAINT "emergency_token_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "emergency_grant" ADD CONSTRAINT "emergency_grant_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "emergency_review" ADD CONSTRAINT "emergency_review_grant_id_fkey" FOREIGN KEY ("grant_id") REFERENCES "emergency_grant"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Who read and what was found about it is never changed or taken away.
CREATE TRIGGER emergency_grant_append_only BEFORE UPDATE OR DELETE ON emergency_grant
  FOR EACH ROW EXECUTE FUNCTION refuse_emergency_change();
CREATE TRIGGER emergency_review_append_only BEFORE UPDATE OR DELETE ON emergency_review
  FOR EACH ROW EXECUTE FUNCTION refuse_emergency_change();
