import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";

const SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** The hub's Prometheus metrics; labels never hold ids. */
export function createMetrics() {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry, prefix: "tsunagi_" });
  const registers = [registry];
  return {
    registry,
    requests: new Histogram({
      name: "tsunagi_http_request_seconds",
      help: "REST requests by route and status",
      labelNames: ["route", "status"],
      buckets: SECONDS,
      registers,
    }),
    transactions: new Counter({
      name: "tsunagi_transactions_total",
      help: "Appservice transactions received",
      registers,
    }),
    events: new Counter({
      name: "tsunagi_events_total",
      help: "Room events by what became of them",
      labelNames: ["outcome"],
      registers,
    }),
    commands: new Counter({
      name: "tsunagi_commands_total",
      help: "Commands by name and outcome",
      labelNames: ["command", "outcome"],
      registers,
    }),
    outbox: new Counter({
      name: "tsunagi_outbox_total",
      help: "Outbox deliveries by kind and outcome",
      labelNames: ["kind", "outcome"],
      registers,
    }),
    waiting: new Gauge({
      name: "tsunagi_waiting",
      help: "Inbox events and outbox messages by state, counted every minute",
      labelNames: ["box", "state"],
      registers,
    }),
    drained: new Counter({
      name: "tsunagi_drained_total",
      help: "To-device messages fetched because they were not pushed",
      registers,
    }),
  };
}

export type Metrics = ReturnType<typeof createMetrics>;
