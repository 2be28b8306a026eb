// The connection to the studio: it comes back by itself, and no wish is lost on the way.

import type { ClientMessage, Events, Follow, ServerMessage } from './protocol';
import type { Connection } from './session';

/** The part of the browser's WebSocket that is used here. */
export interface SocketLike {
  send(data: string): void;
  close(): void;
  onopen: ((event: Event) => void) | null;
  onmessage: ((event: MessageEvent) => void) | null;
  onclose: ((event: CloseEvent) => void) | null;
}

export interface SocketOptions {
  url: string;
  open?: (url: string) => SocketLike;
  /** Where to go on; the first message of every connection. */
  follow: () => Follow;
  /** Wishes not yet confirmed; asked for once per connection, after the durable state came. */
  unconfirmed: () => ClientMessage[];
  onMessage: (message: ServerMessage) => void;
  onConnection: (connection: Connection) => void;
  /** The server found a message too long and hung up. */
  onTooBig: () => void;
  /** A number from 0 to 1, to spread the returns of many tabs. */
  random?: () => number;
}

const CLOSE_TOO_BIG = 1009;
const CLOSE_NO_ACCESS = 4403;
const CLOSE_NOT_FOUND = 4404;
const FIRST_DELAY = 300; // ms
const LONGEST_DELAY = 5_000; // ms
const ACK_INTERVAL = 100; // ms
const OUTBOX_LIMIT = 20; // messages

export class ProjectSocket {
  private socket: SocketLike | null = null;
  private isOpen = false;
  private hasState = false;
  private failures = 0;
  private ended = false;
  private retryTimer: ReturnType<typeof setTimeout> | null = null;
  private ackTimer: ReturnType<typeof setTimeout> | null = null;
  private drawn: { turn: string; seq: number } | null = null;
  private outbox: ClientMessage[] = [];

  constructor(private readonly options: SocketOptions) {}

  /** Open the connection, and keep it open until `close`. */
  connect(): void {
    this.stopRetrying();
    if (this.ended || this.socket) return;
    const socket = (this.options.open ?? ((url) => new WebSocket(url)))(this.options.url);
    this.socket = socket;
    this.isOpen = false;
    this.hasState = false;
    // A socket that was given up may still speak: only the present one is heard.
    socket.onopen = () => socket === this.socket && this.opened(socket);
    socket.onmessage = (event) => socket === this.socket && this.received(event.data);
    socket.onclose = (event) => socket === this.socket && this.closed(event.code);
  }

  /** Try at once instead of waiting: the network is back, or the tab is looked at again. */
  wake(): void {
    if (this.retryTimer !== null) this.connect();
  }

  /** Send now, or as soon as the connection is back. */
  send(message: ClientMessage): void {
    if (this.isOpen && this.socket) this.socket.send(JSON.stringify(message));
    else this.outbox = [...this.outbox, message].slice(-OUTBOX_LIMIT);
  }

  /** Send a wish now if the state is known; otherwise `unconfirmed` brings it later. */
  sendWish(message: ClientMessage): void {
    if (this.hasState) this.send(message);
  }

  /** Hang up for good. */
  close(): void {
    this.ended = true;
    this.stopRetrying();
    this.stopAcking();
    const socket = this.socket;
    this.socket = null;
    this.isOpen = false;
    socket?.close();
  }

  private opened(socket: SocketLike): void {
    this.isOpen = true;
    socket.send(JSON.stringify(this.options.follow()));
    const waiting = this.outbox;
    this.outbox = [];
    waiting.forEach((message) => this.send(message));
  }

  private received(data: unknown): void {
    const message = parse(data);
    if (!message) return;
    this.options.onMessage(message);
    if (message.kind === 'events') this.scheduleAck(message);
    if (message.kind === 'state' && !this.hasState) this.ready();
  }

  /** The first durable state of a connection: only now is it known which wishes arrived. */
  private ready(): void {
    this.hasState = true;
    this.failures = 0;
    this.options.onConnection('open');
    this.options.unconfirmed().forEach((message) => this.send(message));
  }

  private closed(code: number): void {
    this.socket = null;
    this.isOpen = false;
    this.hasState = false;
    this.stopAcking();
    if (code === CLOSE_NOT_FOUND || code === CLOSE_NO_ACCESS) {
      this.ended = true;
      this.options.onConnection(code === CLOSE_NOT_FOUND ? 'not-found' : 'no-access');
      return;
    }
    if (code === CLOSE_TOO_BIG) this.options.onTooBig();
    this.options.onConnection('lost');
    const spread = 0.5 + 0.5 * (this.options.random ?? Math.random)();
    const delay = Math.min(LONGEST_DELAY, FIRST_DELAY * 2 ** this.failures) * spread;
    this.failures += 1;
    this.retryTimer = setTimeout(() => this.connect(), delay);
  }

  private scheduleAck(batch: Events): void {
    const last = batch.events.at(-1);
    if (!last) return;
    if (this.drawn && this.drawn.turn !== batch.turn) this.ack();
    this.drawn = { turn: batch.turn, seq: last.seq };
    this.ackTimer ??= setTimeout(() => this.ack(), ACK_INTERVAL);
  }

  private ack(): void {
    const drawn = this.drawn;
    this.stopAcking();
    if (drawn && this.isOpen) this.send({ kind: 'ack', ...drawn });
  }

  private stopAcking(): void {
    if (this.ackTimer !== null) clearTimeout(this.ackTimer);
    this.ackTimer = null;
    this.drawn = null;
  }

  private stopRetrying(): void {
    if (this.retryTimer !== null) clearTimeout(this.retryTimer);
    this.retryTimer = null;
  }
}

function parse(data: unknown): ServerMessage | null {
  if (typeof data !== 'string') return null;
  try {
    const message: unknown = JSON.parse(data);
    const named = typeof message === 'object' && message !== null && 'kind' in message;
    return named ? (message as ServerMessage) : null;
  } catch {
    return null;
  }
}
