import os from "node:os";

/** What a figure was measured on. */
export const machine = (): string => {
  const [cpu] = os.cpus();
  return `${os.cpus().length} x ${cpu?.model.trim()}, ${Math.round(os.totalmem() / 2 ** 30)} GiB, ${os.type()} ${os.release()}, Node ${process.versions.node}`;
};

/** A line that is written over while something runs; plain lines where there is no terminal. */
export function progress(text: string): void {
  if (process.stderr.isTTY) process.stderr.write(`\r\x1b[K${text}`);
  else process.stderr.write(`${text}\n`);
}

/** The result, alone on the last line. */
export function result(value: Record<string, unknown>): void {
  if (process.stderr.isTTY) process.stderr.write("\n");
  process.stdout.write(`machine: ${machine()}\n${JSON.stringify(value)}\n`);
}

/** The value below which a share of the sorted samples lies. */
export function percentile(samples: readonly number[], share: number): number {
  const sorted = [...samples].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

export const round = (value: number, digits = 2): number => Number(value.toFixed(digits));
