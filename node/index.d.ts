/// <reference lib="es2022" />
/// <reference lib="esnext.disposable" />

import type { Areas, Plans } from './generated/operations.js'
import type { Done, ErrorKind, Given, JobEvent, PlanData, Requests, Service } from './generated/types.js'

export * from './generated/errors.js'
export * from './generated/operations.js'
export * from './generated/types.js'

/** The version of the package and its kernel. */
export const version: string

/** What every call takes beside its arguments. */
export interface CallOptions {
  /**
   * Ends the call: its promise is rejected with the signal's reason. Reads end at once. A change is never torn: no new request is begun, the
   * one under way is answered and written down, and `organization.resume()` continues.
   */
  signal?: AbortSignal | undefined
}

/** An answer with the requests that it took. */
export interface Report<T> {
  value: T
  requests: Requests
}

/** A promise of an answer that can also tell which requests it took. */
export interface Answer<T> extends Promise<T> {
  report(): Promise<Report<T>>
}

/** The rows of a list. Nothing is read before the first one is asked for; each iteration reads anew. */
export interface Rows<T> extends AsyncIterable<T> {
  toArray(): Promise<T[]>
}

/** How an organization is opened: what is left out, profiles and the environment decide. */
export interface OpenOptions extends Given, CallOptions {
  /** An admin key of the program's own. Better: a profile that says where it comes from. It is never printed. */
  adminKey?: string | undefined
}

/**
 * An open organization. Its areas (`organization.members`) have the operations, those of `organization.plan` plan them.
 *
 * What changes something is planned, judged by guards, written down and done; the answer says what became of each part.
 */
export class Organization implements AsyncDisposable {
  private constructor()
  /** Opens one. Nothing is sent; a key command or the keyring may ask the person. */
  static open(given?: OpenOptions): Promise<Organization>
  /** Opens the one that OPENAI_ADMIN_KEY and OPENAI_ORG_ID name, whatever profiles there are. */
  static fromEnv(given?: Omit<OpenOptions, 'profile' | 'adminKey' | 'baseUrl'>): Promise<Organization>
  /** The areas once more: their operations answer a plan instead of doing something. */
  readonly plan: Plans
  /** Runs an operation by its declared name, such as `members.set_role`: for programs that learn it when they run. */
  call(name: string, given?: Record<string, unknown>, options?: CallOptions): Answer<any>
  /** Takes up a plan that was saved. One that was changed, or is for another organization, is refused. */
  openPlan(path: string | URL, options?: CallOptions): Promise<Plan>
  /**
   * Continues a run that was cut off, the newest unless one is named; null if there is nothing to resume. `retry`: what the API refused is
   * tried again too. Aborting the signal stops the job gently.
   */
  resume(given?: { run?: string | undefined, retry?: boolean | undefined }, options?: CallOptions): Promise<Job | null>
  /** Ends all waits and reads, stops jobs gently and waits for their ends. Whatever is called afterwards is `cancelled`. */
  close(): Promise<void>
  [Symbol.asyncDispose](): Promise<void>
}
export interface Organization extends Areas {}

/** A plan, not applied yet: what would be done, what is held back, and why. Its data are its members. */
export class Plan {
  private constructor()
  /** Whether there is nothing to do. */
  readonly isEmpty: boolean
  readonly markdown: string
  /** A line for each part. */
  readonly csv: string
  /** As the command line shows it. */
  toString(): string
  toJSON(): PlanData
  /** Writes it into a file that only its owner may read, for `organization.openPlan` and `orgwarden apply`. */
  save(path: string | URL, options?: CallOptions): Promise<void>
  /**
   * Applies it: a job that goes on by itself and keeps the process alive until it is over. What the plan requires is read anew before;
   * if any of it holds no longer, nothing is sent. Aborting the signal stops the job gently.
   */
  apply(options?: CallOptions): Job
}
export interface Plan extends PlanData {}

/**
 * A plan that is being applied. Its events can be iterated, each is told once; leaving the loop does not stop the job. If the whole job
 * fails, the loop and `result` throw.
 */
export class Job implements AsyncIterable<JobEvent>, AsyncDisposable {
  private constructor()
  readonly isOver: boolean
  [Symbol.asyncIterator](): AsyncIterator<JobEvent, undefined>
  /** Stops it gently: what was sent is still answered and written down, no new step is begun. */
  stop(): void
  /** Its end; of a stopped job too. A signal ends the waiting, not the job. */
  result(options?: CallOptions): Promise<Done>
  /** Stops it gently, if it is not over, and waits for its end. */
  [Symbol.asyncDispose](): Promise<void>
}

/** What went wrong, with its cause and the next step. Each kind has a class of its own. */
export class OrgwardenError extends Error {
  protected constructor()
  /** The kind. */
  readonly code: ErrorKind
  /** The next step to take, where there is one. */
  readonly hint: string | null
  /** The HTTP status, where the API answered. */
  readonly status: number | null
  /** What the API said. */
  readonly service: Service | null
  /** The `x-request-id` of the answer: what OpenAI's support asks for. */
  readonly requestId: string | null
  /** The method and route template of the request, `POST /organization/invites`. */
  readonly route: string | null
  /** How many seconds the API asks to wait. */
  readonly retryAfterSeconds: number | null
}

export type SandboxSeed = 'empty' | 'demo' | `${number}x${number}`

export interface SandboxOptions extends CallOptions {
  /** Who is there: nobody but the owner (`empty`, unless said otherwise), a small company, or so many members and projects: `250x20`. */
  seed?: SandboxSeed | undefined
  /** `127.0.0.1:8787`; any free port, unless said otherwise. */
  listen?: string | undefined
  /** A file that keeps it; in memory, unless said otherwise. */
  data?: string | undefined
  /** When it begins; the present, unless said otherwise. */
  clock?: Date | undefined
  /** `off`, `observed` as of the API, or `7/60`: so many requests in so many seconds. */
  limits?: string | undefined
  retryAfter?: 'none' | 'seconds' | 'milliseconds' | 'both' | undefined
  /** How fast its clock goes. */
  speed?: number | undefined
  /** What goes wrong, such as `500:*:0.02`. */
  faults?: string[] | undefined
  strict?: boolean | undefined
  lenient?: boolean | undefined
  organizations?: number | undefined
  auditLog?: boolean | undefined
}

/** A local organization in this process, for tests and for trying things out. It does not keep the process alive. */
export class Sandbox implements AsyncDisposable {
  private constructor()
  static start(options?: SandboxOptions): Promise<Sandbox>
  readonly baseUrl: string
  /** The organization's id. */
  readonly organization: string
  /** The secret of an admin key of its owner. It opens nothing but this sandbox. */
  readonly adminKey: string
  /** Opens the organization, with a journal of its own that ends with the sandbox. */
  open(given?: OpenOptions): Promise<Organization>
  /** Asks one of its controls, such as `POST /sandbox/clock`, in the words of the control. */
  control(request: string, body?: unknown, options?: CallOptions): Promise<any>
  /** Moves its clock forward by seconds; answers what it shows then. */
  advance(seconds: number): Promise<Date>
  setClock(time: Date): Promise<Date>
  /** Accepts an invitation, named by id or address, as somebody; answers the member as the API shows it. */
  accept(invite: string, as?: string): Promise<any>
  /** Starts anew. */
  reset(seed?: SandboxSeed): Promise<void>
  /** What goes wrong from now on. */
  setFaults(faults: string[]): Promise<void>
  /** How many requests it takes from now on. */
  setLimits(limits: string, retryAfter?: 'none' | 'seconds' | 'milliseconds' | 'both'): Promise<void>
  /** Requests, refusals and faults by route. */
  counts(): Promise<any>
  /** Closes what was opened on it, and stops it. */
  stop(): Promise<void>
  [Symbol.asyncDispose](): Promise<void>
}
