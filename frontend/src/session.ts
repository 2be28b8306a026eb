// What the workspace knows, and how a message changes it. No sockets, no clocks, no DOM.

import type {
  BackendStatus,
  Edited,
  Ended,
  Events,
  ExecutionReport,
  Follow,
  NumberedEvent,
  PhaseChanged,
  Prefill,
  PreviewBase,
  Problem,
  ProjectState,
  Referenced,
  RevisionFiles,
  RevisionInfo,
  ServerMessage,
  Stats,
  TurnEvent,
  TurnInfo,
} from './protocol';

export type Connection = 'connecting' | 'open' | 'lost' | 'not-found' | 'no-access';

type Phase = PhaseChanged['phase'];

/** A turn as it is being written: drawn until the durable state has it whole. */
export interface LiveTurn {
  id: string;
  /** Number of the last event that was applied. */
  seq: number;
  attempt: number;
  phase: 'queued' | Phase;
  /** Turns before this one in the queue; null once it runs. */
  ahead: number | null;
  prefill: Prefill | null;
  stats: Stats | null;
  text: string;
  /** The starter it builds on. */
  reference: Referenced | null;
  /** How the page ran last. */
  report: ExecutionReport | null;
  files: Record<string, string>;
  /** What became of its search/replace pairs so far. */
  edits: Edited[];
  /** The file that was written to last. */
  writing: string | null;
  ended: Ended | null;
}

/** A wish that the server has not yet confirmed. It is sent again until it has. */
export interface Wish {
  ref: string;
  text: string;
  /** It is a question: nothing is to change. */
  ask: boolean;
  /** The earlier turn that it takes the place of. */
  instead: string | null;
  /** The element of the page that it is about, as its source. */
  element: string;
  /** The turn to run again, if this is a retry. */
  retry: string | null;
  /** Turns that existed when it was made: one of them cannot be its answer. */
  known: string[];
  problem: Problem | null;
}

export interface SessionState {
  connection: Connection;
  project: ProjectState | null;
  live: Record<string, LiveTurn>;
  wishes: Wish[];
  /** An older revision being looked at; null shows the newest. */
  viewing: number | null;
  opened: RevisionFiles | null;
  restoring: boolean;
  notice: Problem | null;
}

export type LocalAction =
  | { kind: 'connection'; connection: Connection }
  | { kind: 'wish'; wish: Wish }
  | { kind: 'wish-refused'; ref: string; problem: Problem }
  | { kind: 'wish-dropped'; ref: string }
  | { kind: 'view'; revision: number | null }
  | { kind: 'restoring' }
  | { kind: 'notice'; problem: Problem | null };

export const EMPTY: SessionState = {
  connection: 'connecting',
  project: null,
  live: {},
  wishes: [],
  viewing: null,
  opened: null,
  restoring: false,
  notice: null,
};

/** The state after `action`; the given state is left as it was. */
export function reduce(state: SessionState, action: ServerMessage | LocalAction): SessionState {
  switch (action.kind) {
    case 'state':
      return withProject(state, action);
    case 'events':
      return withEvents(state, action);
    case 'queue':
      return withLive(state, { ...liveTurn(state, action.turn), ahead: action.ahead });
    case 'backend':
      return state.project
        ? { ...state, project: { ...state.project, backend: action.status } }
        : state;
    case 'files':
      return { ...state, opened: action };
    case 'refused':
      return withRefusal(state, action.problem, action.ref);
    case 'connection':
      return { ...state, connection: action.connection };
    case 'wish':
      return { ...state, wishes: [...state.wishes, action.wish] };
    case 'wish-refused':
      return withRefusal(state, action.problem, action.ref);
    case 'wish-dropped':
      return { ...state, wishes: state.wishes.filter((wish) => wish.ref !== action.ref) };
    case 'view':
      return withView(state, action.revision);
    case 'restoring':
      return { ...state, restoring: true };
    case 'notice':
      return { ...state, notice: action.problem };
  }
}

export function isFinal(turn: TurnInfo): boolean {
  return turn.status !== 'queued' && turn.status !== 'running';
}

/** The turn that runs now, else the first in the queue, else null. */
export function currentTurn(state: SessionState): TurnInfo | null {
  const open = state.project?.turns.filter((turn) => !isFinal(turn)) ?? [];
  return open.find((turn) => turn.status === 'running') ?? open[0] ?? null;
}

/** A turn's revisions: every state of the page that was run on its way, oldest first. */
export function revisionsOf(state: SessionState, turn: string): RevisionInfo[] {
  const own = state.project?.revisions.filter((revision) => revision.turn === turn) ?? [];
  return own.sort((one, other) => one.number - other.number);
}

/** The live part of the current turn once it has written to a file, else null. */
export function writingTurn(state: SessionState): LiveTurn | null {
  const turn = currentTurn(state);
  const live = turn ? state.live[turn.id] : undefined;
  return live?.writing ? live : null;
}

/** Where to go on following after a lost connection. */
export function followFrom(state: SessionState): Follow {
  const turns = Object.values(state.live).filter((turn) => turn.seq > 0 && !turn.ended);
  const last = turns.at(-1);
  return { kind: 'follow', turn: last?.id ?? null, seq: last?.seq ?? 0 };
}

export function backendOf(state: SessionState): BackendStatus | null {
  return state.project?.backend ?? null;
}

export function previewOf(state: SessionState): PreviewBase | null {
  return state.project?.preview ?? null;
}

/** The revision on screen: the older one being looked at, else the newest, else null. */
export function shownRevision(state: SessionState): number | null {
  return state.viewing ?? state.project?.head ?? null;
}

function liveTurn(state: SessionState, id: string): LiveTurn {
  return (
    state.live[id] ?? {
      id,
      seq: 0,
      attempt: 0,
      phase: 'queued',
      ahead: null,
      prefill: null,
      stats: null,
      text: '',
      reference: null,
      report: null,
      files: {},
      edits: [],
      writing: null,
      ended: null,
    }
  );
}

function withLive(state: SessionState, turn: LiveTurn): SessionState {
  return { ...state, live: { ...state.live, [turn.id]: turn } };
}

function withProject(state: SessionState, project: ProjectState): SessionState {
  const final = new Set(project.turns.filter(isFinal).map((turn) => turn.id));
  const live = Object.fromEntries(Object.entries(state.live).filter(([id]) => !final.has(id)));
  const restored = state.restoring && project.head !== state.project?.head;
  return {
    ...state,
    project,
    live,
    wishes: unanswered(state.wishes, project.turns),
    viewing: restored ? null : state.viewing,
    restoring: state.restoring && !restored,
  };
}

/** The wishes that no turn answers yet. A turn answers one wish. */
function unanswered(wishes: Wish[], turns: TurnInfo[]): Wish[] {
  const taken = new Set<string>();
  return wishes.filter((wish) => {
    const answer = turns.find(
      (turn) =>
        turn.prompt.trim() === wish.text.trim() &&
        !wish.known.includes(turn.id) &&
        !taken.has(turn.id),
    );
    if (answer) taken.add(answer.id);
    return !answer;
  });
}

function withRefusal(state: SessionState, problem: Problem, ref: string | null): SessionState {
  if (ref !== null && state.wishes.some((wish) => wish.ref === ref)) {
    const wishes = state.wishes.map((wish) => (wish.ref === ref ? { ...wish, problem } : wish));
    return { ...state, wishes };
  }
  return { ...state, notice: problem, restoring: false };
}

function withView(state: SessionState, revision: number | null): SessionState {
  const viewing = revision === state.project?.head ? null : revision;
  const opened = state.opened?.revision === viewing ? state.opened : null;
  return { ...state, viewing, opened };
}

function withEvents(state: SessionState, batch: Events): SessionState {
  const known = state.project?.turns.find((turn) => turn.id === batch.turn);
  if (known && isFinal(known)) return state;
  return withLive(state, batch.events.reduce(apply, liveTurn(state, batch.turn)));
}

/** One event. What was applied before, seen by its number, is not applied again. */
function apply(turn: LiveTurn, numbered: NumberedEvent): LiveTurn {
  if (numbered.seq <= turn.seq) return turn;
  return { ...turn, ...changeOf(turn, numbered.event), seq: numbered.seq, ahead: null };
}

function changeOf(turn: LiveTurn, event: TurnEvent): Partial<LiveTurn> {
  switch (event.kind) {
    case 'started':
      return {
        attempt: event.attempt,
        phase: 'loading',
        prefill: null,
        stats: null,
        text: '',
        reference: null,
        report: null,
        files: {},
        edits: [],
        writing: null,
        ended: null,
      };
    case 'phase':
      return event.phase === 'repairing'
        ? { phase: event.phase, stats: null, prefill: null }
        : { phase: event.phase };
    case 'prefill':
      return { prefill: event };
    case 'say':
      return { text: turn.text + event.text };
    case 'write': {
      const before = event.opens ? '' : (turn.files[event.path] ?? '');
      return {
        files: { ...turn.files, [event.path]: before + event.text },
        writing: event.path,
      };
    }
    case 'edited':
      return { edits: [...turn.edits, event] };
    case 'referenced':
      return { reference: event };
    case 'judged':
      return { report: event.report };
    case 'stats':
      return { stats: event };
    case 'ended':
      return { ended: event };
  }
}
