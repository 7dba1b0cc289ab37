import type { ProblemDetails } from "@tsunagi/contracts/problems";

/** The hub refused: its problem details say why, in both languages. */
export class HubProblem extends Error {
  readonly problem: ProblemDetails;

  constructor(problem: ProblemDetails) {
    super(`${problem.status} ${problem.code}`);
    this.name = "HubProblem";
    this.problem = problem;
  }
}

/** No answer came: no network, the hub is down, or it took too long. */
export class HubUnreachable extends Error {
  constructor(cause?: unknown) {
    super("the hub could not be reached", { cause });
    this.name = "HubUnreachable";
  }
}

export const isProblem = (error: unknown, code: ProblemDetails["code"]): boolean =>
  error instanceof HubProblem && error.problem.code === code;
