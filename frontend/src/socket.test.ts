import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ClientMessage } from './protocol';
import { ProjectSocket, type SocketLike } from './socket';

class FakeSocket implements SocketLike {
  sent: ClientMessage[] = [];
  closed = false;
  onopen: SocketLike['onopen'] = null;
  onmessage: SocketLike['onmessage'] = null;
  onclose: SocketLike['onclose'] = null;

  send(data: string): void {
    this.sent.push(JSON.parse(data) as ClientMessage);
  }
  close(): void {
    this.closed = true;
  }
  opens(): void {
    this.onopen?.({} as Event);
  }
  says(message: unknown): void {
    const data = typeof message === 'string' ? message : JSON.stringify(message);
    this.onmessage?.({ data } as MessageEvent);
  }
  drops(code = 1006): void {
    this.onclose?.({ code } as CloseEvent);
  }
  kinds(): string[] {
    return this.sent.map((message) => message.kind);
  }
}

const STATE = { kind: 'state' };
const WISH: ClientMessage = { kind: 'prompt', text: 'A garden', ref: 'r1', candidates: 0, ask: false, instead: null, element: '' };

function events(turn: string, ...numbers: number[]): unknown {
  const event = { kind: 'say', text: 'x' };
  return { kind: 'events', turn, events: numbers.map((seq) => ({ seq, event })) };
}

let sockets: FakeSocket[];
let unconfirmed: ClientMessage[];
let heard: string[];
let onTooBig: ReturnType<typeof vi.fn<() => void>>;
let project: ProjectSocket;

function last(): FakeSocket {
  return sockets.at(-1)!;
}

/** How long until the next attempt to connect, in ms. */
function waits(): number {
  const count = sockets.length;
  let waited = 0;
  for (; sockets.length === count && waited < 60_000; waited += 10) vi.advanceTimersByTime(10);
  return waited;
}

beforeEach(() => {
  vi.useFakeTimers();
  [sockets, unconfirmed, heard] = [[], [], []];
  onTooBig = vi.fn<() => void>();
  project = new ProjectSocket({
    url: 'ws://studio/',
    open: () => {
      sockets.push(new FakeSocket());
      return last();
    },
    follow: () => ({ kind: 'follow', turn: 't1', seq: 7 }),
    unconfirmed: () => unconfirmed,
    onMessage: (message) => heard.push(message.kind),
    onConnection: (connection) => heard.push(connection),
    onTooBig,
    random: () => 1,
  });
  project.connect();
});
afterEach(() => {
  project.close();
  vi.useRealTimers();
});

describe('a connection', () => {
  it('says first where to go on', () => {
    last().opens();
    expect(last().sent).toEqual([{ kind: 'follow', turn: 't1', seq: 7 }]);
  });

  it('counts as open once the durable state has come', () => {
    last().opens();
    expect(heard).toEqual([]);
    last().says(STATE);
    expect(heard).toEqual(['state', 'open']);
  });

  it('is not opened twice', () => {
    project.connect();
    expect(sockets).toHaveLength(1);
  });

  it('passes over what it cannot read', () => {
    last().opens();
    for (const junk of ['{', '7', 'null', '{"no":"kind"}']) last().says(junk);
    expect(heard).toEqual([]);
  });
});

describe('a lost connection', () => {
  it('is tried again after waits that double up to five seconds', () => {
    const waited = Array.from({ length: 7 }, () => {
      last().drops();
      return waits();
    });
    expect(waited).toEqual([300, 600, 1200, 2400, 4800, 5000, 5000]);
  });

  it('spreads the returns of many tabs', () => {
    const early = new ProjectSocket({
      url: '',
      open: () => (sockets.push(new FakeSocket()), last()),
      follow: () => ({ kind: 'follow', turn: null, seq: 0 }),
      unconfirmed: () => [],
      onMessage: () => undefined,
      onConnection: () => undefined,
      onTooBig: () => undefined,
      random: () => 0,
    });
    early.connect();
    last().drops();
    expect(waits()).toBe(150);
    early.close();
  });

  it('that came back waits briefly again the next time', () => {
    last().drops();
    waits();
    last().drops();
    waits();
    last().opens();
    last().says(STATE);
    last().drops();
    expect(waits()).toBe(300);
  });

  it('is tried at once when the network is back', () => {
    last().drops();
    project.wake();
    expect(sockets).toHaveLength(2);
    vi.advanceTimersByTime(60_000);
    expect(sockets).toHaveLength(2);
  });

  it('is not heard any more', () => {
    const old = last();
    old.drops();
    waits();
    old.says(STATE);
    expect(heard).toEqual(['lost']);
  });

  it.each([
    [4404, 'not-found'],
    [4403, 'no-access'],
  ])('with code %i is final: %s', (code, connection) => {
    last().drops(code);
    vi.advanceTimersByTime(60_000);
    project.wake();
    expect(heard).toEqual([connection]);
    expect(sockets).toHaveLength(1);
  });

  it('with code 1009 tells of the message that was too long', () => {
    last().drops(1009);
    expect(onTooBig).toHaveBeenCalledOnce();
    expect(waits()).toBe(300);
  });
});

describe('a message', () => {
  it('waits until the connection is there, and goes once', () => {
    project.send({ kind: 'stop', turn: 't1' });
    last().opens();
    last().says(STATE);
    expect(last().kinds()).toEqual(['follow', 'stop']);
    last().drops();
    waits();
    last().opens();
    expect(last().kinds()).toEqual(['follow']);
  });
});

describe('a wish', () => {
  it('is sent again on every connection until it is confirmed', () => {
    unconfirmed = [WISH];
    last().opens();
    last().says(STATE);
    last().drops();
    waits();
    last().opens();
    expect(last().kinds()).toEqual(['follow']); // it may have arrived: the state will tell
    last().says(STATE);
    last().says(STATE);
    expect(last().sent.slice(1)).toEqual([WISH]);
    unconfirmed = [];
    last().drops();
    waits();
    last().opens();
    last().says(STATE);
    expect(last().kinds()).toEqual(['follow']);
  });

  it('made before the state came is left to the list of unconfirmed ones', () => {
    last().opens();
    project.sendWish(WISH);
    expect(last().kinds()).toEqual(['follow']);
    last().says(STATE);
    project.sendWish(WISH);
    expect(last().kinds()).toEqual(['follow', 'prompt']);
  });
});

describe('acknowledgements', () => {
  beforeEach(() => {
    last().opens();
    last().sent = [];
  });

  it('are gathered and name the last event drawn', () => {
    last().says(events('t1', 1, 2));
    last().says(events('t1', 3));
    vi.advanceTimersByTime(1000);
    expect(last().sent).toEqual([{ kind: 'ack', turn: 't1', seq: 3 }]);
  });

  it('close one turn before the next begins', () => {
    last().says(events('t1', 1));
    last().says(events('t2', 1));
    vi.advanceTimersByTime(1000);
    expect(last().sent).toMatchObject([{ turn: 't1', seq: 1 }, { turn: 't2', seq: 1 }]);
  });

  it('do not outlive their connection', () => {
    last().says(events('t1', 1));
    last().drops();
    waits();
    last().opens();
    vi.advanceTimersByTime(1000);
    expect(last().kinds()).toEqual(['follow']);
  });
});

it('hanging up is for good', () => {
  project.close();
  expect(last().closed).toBe(true);
  project.connect();
  vi.advanceTimersByTime(60_000);
  expect(sockets).toHaveLength(1);
});
