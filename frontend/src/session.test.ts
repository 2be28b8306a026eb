import { describe, expect, it } from 'vitest';
import type { NumberedEvent, Problem, ProjectState, TurnInfo } from './protocol';
import {
  currentTurn,
  EMPTY,
  followFrom,
  reduce,
  type SessionState,
  shownRevision,
  type Wish,
  writingTurn,
} from './session';

const problem: Problem = { code: 'prompt-empty', message: 'Say it.', params: {} };
const usage = {
  prompt_tokens: 0,
  cached_tokens: 0,
  completion_tokens: 0,
  prompt_seconds: 0,
  completion_seconds: 0,
};

function turn(id: string, status: TurnInfo['status'], prompt = 'A garden'): TurnInfo {
  return {
    id,
    prompt,
    status,
    attempt: 1,
    text: '',
    problem: null,
    usage: null,
    checkpoint: '',
    ask: false,
    instead: null,
    element: '',
    reference: '',
    reference_title: {},
    edits: [],
    revision: null,
    created: 0,
    started: null,
    finished: null,
  };
}

function project(turns: TurnInfo[], head: number | null = null): ProjectState {
  return {
    kind: 'state',
    project: 'p',
    name: 'Garden',
    turns,
    revisions: [],
    head,
    files: {},
    preview: { url: '', fallback: null, isolated: true },
    backend: {
      state: 'ready',
      backend: 'llama',
      checkpoint: 'qwen',
      slots: 4,
      active: 0,
      window: 0,
      loading_seconds: 0,
      problem: null,
    },
    context: { rules: 0, files: 0, talk: 0, window: 0 },
  };
}

function wish(ref: string, text = 'A garden', known: string[] = []): Wish {
  return { ref, text, ask: false, instead: null, element: '', retry: null, known, problem: null };
}

function say(seq: number, text: string): NumberedEvent {
  return { seq, event: { kind: 'say', text } };
}

function write(seq: number, text: string, opens = false, path = 'index.html'): NumberedEvent {
  return { seq, event: { kind: 'write', path, text, opens } };
}

function started(seq: number, attempt: number): NumberedEvent {
  return { seq, event: { kind: 'started', attempt, checkpoint: 'qwen' } };
}

function after(state: SessionState, ...events: NumberedEvent[]): SessionState {
  return reduce(state, { kind: 'events', turn: 't1', events });
}

function running(): SessionState {
  return reduce(EMPTY, project([turn('t1', 'running')]));
}

describe('events', () => {
  it('build the reply and the files in order', () => {
    const state = after(running(), started(1, 1), say(2, 'Here'), say(3, ' it is'), write(4, '<p', true));
    expect(state.live['t1']).toMatchObject({ text: 'Here it is', seq: 4, writing: 'index.html' });
    expect(after(state, write(5, '>')).live['t1']?.files).toEqual({ 'index.html': '<p>' });
    expect(writingTurn(state)?.id).toBe('t1');
  });

  it('that come again are not applied again, even inside a batch with new ones', () => {
    const once = after(running(), started(1, 1), say(2, 'a'), say(3, 'b'));
    expect(after(once, say(2, 'a'), say(3, 'b'))).toEqual(once);
    expect(after(once, say(3, 'b'), say(4, 'c')).live['t1']?.text).toBe('abc');
  });

  it('whose text was merged carry the last number they cover', () => {
    const state = after(running(), started(1, 1), say(9, 'merged'), say(8, 'covered'));
    expect(state.live['t1']).toMatchObject({ text: 'merged', seq: 9 });
  });

  it('of a second attempt start over', () => {
    const first = after(running(), started(1, 1), say(2, 'lost'), write(3, 'old', true));
    const second = after(first, started(4, 2), write(5, 'new', true, 'a.css'));
    expect(second.live['t1']).toMatchObject({ attempt: 2, text: '', files: { 'a.css': 'new' } });
  });

  it('open a file anew and keep the others', () => {
    const state = after(running(), write(1, 'one', true), write(2, 'x', true, 'b.js'), write(3, 'two', true));
    expect(state.live['t1']?.files).toEqual({ 'index.html': 'two', 'b.js': 'x' });
  });

  it('gather what became of each change, and forget it when another attempt begins', () => {
    const event = { kind: 'edited', path: 'a.js', outcome: 'applied', line: 3, lines: 1, why: null } as const;
    const state = after(running(), started(1, 1), { seq: 2, event });
    expect(state.live['t1']?.edits).toEqual([event]);
    expect(after(state, started(3, 2)).live['t1']?.edits).toEqual([]);
  });

  it('of a turn that the durable state has whole are dropped', () => {
    const done = reduce(running(), project([turn('t1', 'done')]));
    expect(after(done, say(1, 'late'))).toBe(done);
  });

  it('leave the state they were applied to as it was', () => {
    const before = after(running(), write(1, 'a', true));
    const copy = structuredClone(before);
    after(before, write(2, 'b'));
    expect(before).toEqual(copy);
  });

  it('end the wait in the queue', () => {
    const queued = reduce(running(), { kind: 'queue', turn: 't1', ahead: 2 });
    expect(queued.live['t1']?.ahead).toBe(2);
    expect(after(queued, started(1, 1)).live['t1']?.ahead).toBeNull();
  });
});

describe('following after a lost connection', () => {
  it('goes on behind the last event that was drawn', () => {
    expect(followFrom(after(running(), started(1, 1), say(7, 'x')))).toMatchObject({ turn: 't1', seq: 7 });
  });

  it('starts from nothing when no turn was drawn, or the last one ended', () => {
    const ended: NumberedEvent = { seq: 2, event: { kind: 'ended', status: 'done', problem: null, usage } };
    expect(followFrom(running())).toMatchObject({ turn: null, seq: 0 });
    expect(followFrom(after(running(), started(1, 1), ended))).toMatchObject({ turn: null, seq: 0 });
  });
});

describe('the durable state', () => {
  it('takes the place of what was drawn once the turn is over, and only then', () => {
    const drawn = after(running(), started(1, 1), say(2, 'x'));
    expect(reduce(drawn, project([turn('t1', 'running')])).live['t1']?.text).toBe('x');
    expect(reduce(drawn, project([turn('t1', 'done')])).live).toEqual({});
  });

  it('names the running turn before the queued one as the current', () => {
    const turns = [turn('a', 'failed'), turn('b', 'queued'), turn('c', 'running')];
    expect(currentTurn(reduce(EMPTY, project(turns)))?.id).toBe('c');
    expect(currentTurn(reduce(EMPTY, project([turn('a', 'done')])))).toBeNull();
  });

  it('brings back to the newest after a restore, not before it is there', () => {
    const before = reduce(reduce(EMPTY, project([], 3)), { kind: 'view', revision: 1 });
    const asked = reduce(before, { kind: 'restoring' });
    expect(shownRevision(reduce(asked, project([], 3)))).toBe(1);
    const restored = reduce(asked, project([], 4));
    expect(shownRevision(restored)).toBe(4);
    expect(restored.restoring).toBe(false);
  });
});

describe('a wish', () => {
  const sent = reduce(reduce(EMPTY, project([])), { kind: 'wish', wish: wish('r1') });

  it('is kept until a turn answers it', () => {
    expect(reduce(sent, project([turn('x', 'queued', 'Another')])).wishes).toHaveLength(1);
    expect(reduce(sent, project([turn('x', 'queued', ' A garden\n')])).wishes).toEqual([]);
  });

  it('is not answered by an earlier turn of the same words', () => {
    const again = reduce(EMPTY, { kind: 'wish', wish: wish('r2', 'A garden', ['old']) });
    expect(reduce(again, project([turn('old', 'done')])).wishes).toHaveLength(1);
    expect(reduce(again, project([turn('old', 'done'), turn('new', 'queued')])).wishes).toEqual([]);
  });

  it('made twice needs two turns', () => {
    const twice = reduce(sent, { kind: 'wish', wish: wish('r2') });
    expect(reduce(twice, project([turn('x', 'queued')])).wishes.map((w) => w.ref)).toEqual(['r2']);
  });

  it('that is refused stays, with the reason, and bothers no other', () => {
    const two = reduce(sent, { kind: 'wish', wish: wish('r2', 'B') });
    const state = reduce(two, { kind: 'refused', problem, ref: 'r1' });
    expect(state.wishes.map((w) => w.problem)).toEqual([problem, null]);
    expect(state.notice).toBeNull();
  });

  it('can be dropped', () => {
    expect(reduce(sent, { kind: 'wish-dropped', ref: 'r1' }).wishes).toEqual([]);
  });
});

it('a refusal that belongs to no wish becomes a notice and ends the restoring', () => {
  const state = reduce({ ...EMPTY, restoring: true }, { kind: 'refused', problem, ref: null });
  expect(state).toMatchObject({ notice: problem, restoring: false });
});
