-- What became of a command, by the event that called it: an edit of one that ran is not run again, an edit of one
-- that was refused takes its place.
CREATE TABLE "command_run" (
    "event_id" TEXT NOT NULL,
    "command" TEXT NOT NULL,
    "refused" BOOLEAN NOT NULL,
    "answer_key" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "command_run_pkey" PRIMARY KEY ("event_id")
);
CREATE INDEX "command_run_at_idx" ON "command_run"("at");
