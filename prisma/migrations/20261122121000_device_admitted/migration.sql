-- Since when the keeper trusts a device: it gets the history once.
ALTER TABLE "device_approval" ADD COLUMN "admitted_at" TIMESTAMPTZ(3);
