// Generated from ide/protocol.py by `manage.py protocol_ts`. Do not edit.

/** Events up to `seq` of `turn` were drawn. A client that stops acking is not sent more. */
export interface Ack {
  kind: "ack";
  turn: string;
  seq: number;
}

/** The backend's state changed. */
export interface BackendChanged {
  kind: "backend";
  status: BackendStatus;
}

/** How the language model is: shown in the interface's status line. `missing`: no worker answers. `loading`: weights are being read. `failed`: `problem` says why. */
export interface BackendStatus {
  state: "missing" | "loading" | "ready" | "failed";
  backend: string;
  checkpoint: string;
  slots: number;
  active: number;
  window: number;
  loading_seconds: number;
  problem: Problem | null;
}

/** About how many tokens the next prompt takes before the wish, and how many fit in all (0: not known). */
export interface ContextUse {
  rules: number;
  files: number;
  talk: number;
  window: number;
}

/** A search/replace pair of the reply was put into a file, exactly or loosely, or failed. `line` is where its first line stands now, `lines` how many it put there; `why` says why it failed. */
export interface Edited {
  kind: "edited";
  path: string;
  outcome: "applied" | "loosely" | "failed";
  line: number;
  lines: number;
  why: "broken-off" | "no-divider" | "empty" | "same" | "elided" | "no-file" | "not-found" | "several" | "breaks" | null;
}

/** The last event of a turn; exactly one. */
export interface Ended {
  kind: "ended";
  status: "done" | "failed" | "cancelled";
  problem: Problem | null;
  usage: Usage;
}

/** Live events of one turn, in order, none missing since the last batch. */
export interface Events {
  kind: "events";
  turn: string;
  events: NumberedEvent[];
}

/** How a page ran. `score` is from 0 to 1; `parts` are its summands by name. `unchecked`: no browser could run it; `problem` says why. `reacts` names the kinds of input after which something changed: pointer, keys, buttons. `frames_per_second` only of a page that draws; `seconds` is how long the check took. `controls` are what can be used on the page, each as "kind: label" (button, slider, search, list, field, tick, link); `alike` is the length of its longest row of like things. The parts and what each is worth: loads 0.20 the page loads, and every file and library that it asks for clean 0.25 no error, no rejection, no shader that fails; console errors cost some shows 0.20 neither the page nor a canvas is of one colour moves 0.10 something moves, or nothing was expected to reacts 0.15 every expected kind of input changes something fits 0.10 nothing reaches beyond a phone's screen asked less 0.05 for each thing that the wish names and the page lacks */
export interface ExecutionReport {
  verdict: "works" | "warnings" | "fails" | "unchecked";
  score: number;
  parts: Record<string, number>;
  faults: Fault[];
  title: string;
  frames_per_second: number | null;
  moves: boolean;
  reacts: string[];
  controls: string[];
  alike: number;
  seconds: number;
  problem: Problem | null;
}

/** One thing that is wrong, once, however often it happened (`times`). `line` counts from 1 within the project's `file`; 0 when unknown. `source` holds the lines around it as they stand, each with its number, the one at fault marked by `>`. */
export interface Fault {
  kind: "syntax" | "error" | "rejection" | "console" | "load" | "library" | "no-page" | "blank" | "blank-canvas" | "frozen" | "crash" | "webgl" | "no-motion" | "no-reaction" | "overflow" | "audio" | "leaves" | "lacking" | "dialogs";
  severity: "error" | "warning";
  message: string;
  file: string;
  line: number;
  column: number;
  source: string;
  times: number;
}

/** First message of every connection: the turn whose end was not seen yet, if any, and the number of the last event that was. The rest of it follows, even if it has ended since. */
export interface Follow {
  kind: "follow";
  turn: string | null;
  seq: number;
}

/** The page as it stands was run. The report's faults come without their source lines. */
export interface Judged {
  kind: "judged";
  report: ExecutionReport;
}

/** A turn's event and its number in the log. Merged text carries the last number it covers. */
export interface NumberedEvent {
  seq: number;
  event: Started | PhaseChanged | Prefill | Say | Write | Edited | Referenced | Judged | Stats | Ended;
}

/** Ask for the files of a revision. */
export interface Open {
  kind: "open";
  revision: number;
}

/** What the worker is doing now: loading the model, reading the prompt, writing, running the page to see whether it works, repairing what failed. */
export interface PhaseChanged {
  kind: "phase";
  phase: "loading" | "reading" | "writing" | "running" | "repairing";
}

/** How much of the prompt the model has read, in tokens. */
export interface Prefill {
  kind: "prefill";
  processed: number;
  total: number;
  cached: number;
}

/** Where previews live. Documents are `{url}r/{revision}/{path}` and `{url}t/{turn}/`. `fallback` is tried when the frame never says hello. `isolated` is false on a plain LAN address, where the frame shares its process with the studio. */
export interface PreviewBase {
  url: string;
  fallback: string | null;
  isolated: boolean;
}

/** One line the probe inside a preview reports to the workspace, by postMessage. */
export interface ProbeMessage {
  atelier: "probe";
  kind: "hello" | "beat" | "error" | "console" | "load-failed" | "storage" | "picked";
  level: "log" | "info" | "warn" | "error";
  text: string;
  file: string;
  line: number;
  column: number;
}

/** Something a person must be told: a stable code, plain words in English, and the facts. The interface translates by `code` and falls back to `message`. */
export interface Problem {
  code: string;
  message: string;
  params: Record<string, string | number | number>;
}

/** Everything the workspace shows that is durable. Times are seconds since 1970. */
export interface ProjectState {
  kind: "state";
  project: string;
  name: string;
  turns: TurnInfo[];
  revisions: RevisionInfo[];
  head: number | null;
  files: Record<string, string>;
  preview: PreviewBase;
  backend: BackendStatus;
  context: ContextUse;
}

/** A wish. `ref` is made by the client once per wish: sent twice, it starts one turn. `candidates`: pages to write, of which the best is kept; 0: as the studio is set. `ask`: it is a question, answered in words. `instead`: the earlier turn that it takes the place of: it starts from what the project was before that. `element`: the element of the page that it is about, as its source. */
export interface Prompt {
  kind: "prompt";
  text: string;
  ref: string;
  candidates: number;
  ask: boolean;
  instead: string | null;
  element: string;
}

/** How many turns are before this one; 0 means it is next. */
export interface QueuePosition {
  kind: "queue";
  turn: string;
  ahead: number;
}

/** The turn builds on a reference: a starter's name, and its title by language. */
export interface Referenced {
  kind: "referenced";
  reference: string;
  title: Record<string, string>;
}

/** A message could not be carried out; `ref` is the client's id for it, if it had one. */
export interface Refused {
  kind: "refused";
  problem: Problem;
  ref: string | null;
}

/** Give the project another name. */
export interface Rename {
  kind: "rename";
  name: string;
}

/** Make an earlier revision the newest, as a new revision. */
export interface Restore {
  kind: "restore";
  revision: number;
}

/** Run a failed or cancelled turn's wish again, as a new turn. */
export interface Retry {
  kind: "retry";
  turn: string;
  ref: string;
}

/** The files of one revision, as asked for by `open`. */
export interface RevisionFiles {
  kind: "files";
  revision: number;
  files: Record<string, string>;
}

/** A revision as the history shows it; `number` counts from 1 within the project. `origin` says which of a turn's drafts it was, "" for other authors. `report` is how it ran (None: not yet), `pictured` whether there are screenshots: `shots` in the workspace's boot data, with the number and the screen filled in. */
export interface RevisionInfo {
  number: number;
  parent: number | null;
  turn: string | null;
  author: "model" | "hand" | "restore";
  origin: string;
  report: ExecutionReport | null;
  mends: string[];
  pictured: boolean;
  summary: string;
  paths: string[];
  created: number;
}

/** Answer to a save: the new revision's number, or the problem (status 4xx). */
export interface SaveReply {
  revision: number | null;
  problem: Problem | null;
}

/** Body of `POST /p/<project>/save/`: the whole project as edited by hand, on revision `base`. */
export interface SaveRequest {
  base: number | null;
  files: Record<string, string>;
}

/** Text of the reply that belongs to the conversation. */
export interface Say {
  kind: "say";
  text: string;
}

/** An attempt began. A later attempt starts over: viewers drop what earlier ones wrote. */
export interface Started {
  kind: "started";
  attempt: number;
  checkpoint: string;
}

/** Progress: tokens written so far, tokens per second, seconds left (an estimate). */
export interface Stats {
  kind: "stats";
  tokens: number;
  tokens_per_second: number;
  seconds_left: number | null;
}

/** Stop a turn; what was written is kept. */
export interface Stop {
  kind: "stop";
  turn: string;
}

/** A turn as the chat shows it. `ask`: it was a question; `instead`: the earlier turn that it takes the place of; `element`: the element that it is about, as its source. `text` is the reply (partial text if it failed), `reference` the starter that it built on, or "", and `reference_title` its title by language; `edits` the search/replace pairs by which it changed the files. */
export interface TurnInfo {
  id: string;
  prompt: string;
  ask: boolean;
  instead: string | null;
  element: string;
  status: "queued" | "running" | "done" | "failed" | "cancelled";
  attempt: number;
  text: string;
  problem: Problem | null;
  usage: Usage | null;
  checkpoint: string;
  reference: string;
  reference_title: Record<string, string>;
  edits: Edited[];
  revision: number | null;
  created: number;
  started: number | null;
  finished: number | null;
}

/** Token counts of a turn (tokens) and its speed. */
export interface Usage {
  prompt_tokens: number;
  cached_tokens: number;
  completion_tokens: number;
  prompt_seconds: number;
  completion_seconds: number;
}

/** Text of the reply that belongs to a file; `opens` says that the file starts anew. */
export interface Write {
  kind: "write";
  path: string;
  text: string;
  opens: boolean;
}

export type ServerMessage = ProjectState | Events | QueuePosition | BackendChanged | RevisionFiles | Refused;

export type ClientMessage = Follow | Prompt | Stop | Retry | Restore | Open | Rename | Ack;

export type TurnEvent = Started | PhaseChanged | Prefill | Say | Write | Edited | Referenced | Judged | Stats | Ended;

export const MAX_PROMPT_CHARS = 16000;

export const MAX_MESSAGE_BYTES = 65536;
