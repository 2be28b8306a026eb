// The workspace's state and what a person can do with it. Components read and call; the rules
// are in session.ts, socket.ts and workingCopy.ts.

import { csrfToken, socketUrl, type Boot } from './boot';
import { entryOf, type Files } from './files';
import { t } from './i18n';
import type { ClientMessage, Problem, ServerMessage } from './protocol';
import { save } from './save';
import * as session from './session';
import { ProjectSocket } from './socket';
import { ProjectStorage } from './storage';
import * as copies from './workingCopy';

export type Pane = 'preview' | 'code' | 'history';
export type View = 'chat' | Pane;

const KEEP_EDITS_DELAY = 400; // ms

export class Workspace {
  session = $state.raw(session.EMPTY);
  copy = $state.raw(copies.EMPTY_COPY);
  /** What a phone shows. A wide screen shows the chat always, and `pane` beside it. */
  view = $state<View>('chat');
  pane = $state<Pane>('preview');
  draft = $state('');
  /** The draft is a question: nothing is to change. */
  asking = $state(false);
  /** The element that the draft is about, as its source; "" for none. */
  element = $state('');
  /** The earlier turn that the draft takes the place of. */
  instead = $state<string | null>(null);
  saving = $state(false);
  saveProblem = $state.raw<Problem | null>(null);
  savedRevision = $state<number | null>(null);

  readonly current = $derived(session.currentTurn(this.session));
  readonly writing = $derived(session.writingTurn(this.session));
  readonly shown = $derived(session.shownRevision(this.session));
  readonly dirty = $derived(copies.isDirty(this.copy));
  /** The files of the revision on screen; null while they are on their way. */
  readonly shownFiles = $derived.by((): Files | null => {
    if (this.session.viewing === null) return this.session.project?.files ?? {};
    return this.session.opened?.files ?? null;
  });
  /** The turn whose page the preview draws while it is written. */
  readonly growing = $derived.by((): string | null => {
    const pages = Object.keys(this.writing?.files ?? {}).some((path) => /\.html?$/i.test(path));
    return pages && this.session.viewing === null ? (this.writing?.id ?? null) : null;
  });
  /** Characters so far of what is written into a page that is there already. */
  readonly growth = $derived.by((): number => {
    const path = this.writing?.writing;
    if (this.growing === null || !path || /\.html?$/i.test(path)) return 0;
    return this.writing?.files[path]?.length ?? 0;
  });
  readonly entry = $derived(entryOf(this.shownFiles ?? {}));

  private readonly socket: ProjectSocket;
  private readonly storage: ProjectStorage;
  private keepTimer: ReturnType<typeof setTimeout> | undefined;
  private copyLoaded = false;

  constructor(readonly boot: Boot) {
    this.storage = new ProjectStorage(boot.project, localStorage);
    this.draft = this.storage.draft();
    this.session = { ...session.EMPTY, wishes: this.storage.wishes() };
    this.socket = new ProjectSocket({
      url: socketUrl(boot.socket, location),
      follow: () => session.followFrom(this.session),
      unconfirmed: () => this.session.wishes.filter((wish) => !wish.problem).map(messageOf),
      onMessage: (message) => this.receive(message),
      onConnection: (connection) => this.dispatch({ kind: 'connection', connection }),
      onTooBig: () => this.refuseWishes(),
    });
  }

  /** Connect; returns what hangs up again. */
  start(): () => void {
    const wake = (): void => {
      if (document.visibilityState === 'visible') this.socket.wake();
    };
    addEventListener('online', wake);
    document.addEventListener('visibilitychange', wake);
    this.socket.connect();
    return () => {
      removeEventListener('online', wake);
      document.removeEventListener('visibilitychange', wake);
      this.socket.close();
    };
  }

  setDraft(text: string): void {
    this.draft = text;
    this.storage.keepDraft(text);
  }

  sendDraft(): void {
    const text = this.draft.trim();
    if (!text) return;
    this.wish({ text, ask: this.asking, instead: this.instead, element: this.element, retry: null });
    this.setDraft('');
    this.asking = false;
    this.instead = null;
    this.element = '';
  }

  retry(turn: string): void {
    const prompt = this.session.project?.turns.find(({ id }) => id === turn)?.prompt;
    const waiting = this.session.wishes.some((wish) => wish.retry === turn);
    if (prompt !== undefined && !waiting) {
      this.wish({ text: prompt, ask: false, instead: null, element: '', retry: turn });
    }
  }

  /** Put a refused wish back into the prompt box. */
  editWish(wish: session.Wish): void {
    this.dispatch({ kind: 'wish-dropped', ref: wish.ref });
    this.setDraft(this.draft ? `${wish.text}\n${this.draft}` : wish.text);
  }

  /** Put an earlier wish into the prompt box, to be sent in its place. */
  editTurn(turn: string): void {
    const earlier = this.session.project?.turns.find(({ id }) => id === turn);
    if (!earlier) return;
    this.instead = turn;
    this.asking = earlier.ask;
    this.setDraft(earlier.prompt);
  }

  /** The next wish is about this element of the page. */
  choose(element: string): void {
    this.element = element;
    if (this.view !== 'chat') this.view = 'chat';
  }

  stop(turn: string): void {
    this.socket.send({ kind: 'stop', turn });
  }

  rename(name: string): void {
    const trimmed = name.trim();
    if (trimmed && trimmed !== this.session.project?.name) {
      this.socket.send({ kind: 'rename', name: trimmed });
    }
  }

  show(view: View): void {
    this.view = view;
    if (view !== 'chat') this.pane = view;
  }

  /** Look at a revision in the preview and the code; null is the newest. */
  look(revision: number | null): void {
    this.dispatch({ kind: 'view', revision });
    const { viewing, opened } = this.session;
    if (viewing !== null && !opened) this.socket.send({ kind: 'open', revision: viewing });
  }

  restore(revision: number): void {
    this.dispatch({ kind: 'restoring' });
    this.socket.send({ kind: 'restore', revision });
  }

  dismissNotice(): void {
    this.dispatch({ kind: 'notice', problem: null });
  }

  edit(change: (copy: copies.WorkingCopy) => copies.WorkingCopy): void {
    this.copy = change(this.copy);
    this.savedRevision = null;
    clearTimeout(this.keepTimer);
    this.keepTimer = setTimeout(() => this.keepEdits(), KEEP_EDITS_DELAY);
  }

  async save(): Promise<void> {
    if (!this.dirty || this.saving || this.copy.newer) return;
    this.saving = true;
    const { base, files } = this.copy;
    const result = await save(this.boot.save, csrfToken(), { base, files });
    this.saving = false;
    if (typeof result === 'number') {
      this.edit((copy) => copies.savedAs(copy, result, files));
      this.savedRevision = result;
      this.saveProblem = null;
    } else {
      this.saveProblem = result;
    }
  }

  /** Write unsaved edits to the browser's storage now, before the page goes away. */
  keepEdits(): void {
    this.storage.keepEdits(copies.editsOf(this.copy));
  }

  private wish(asked: Omit<session.Wish, 'ref' | 'known' | 'problem'>): void {
    const known = this.session.project?.turns.map((turn) => turn.id) ?? [];
    const wish: session.Wish = { ...asked, ref: newRef(), known, problem: null };
    this.dispatch({ kind: 'wish', wish });
    this.socket.sendWish(messageOf(wish));
  }

  private receive(message: ServerMessage): void {
    this.dispatch(message);
    if (message.kind !== 'state') return;
    if (this.copyLoaded) {
      this.copy = copies.receive(this.copy, message.head, message.files);
    } else {
      this.copy = copies.reopened(message.head, message.files, this.storage.edits());
      this.copyLoaded = true;
    }
  }

  private dispatch(action: ServerMessage | session.LocalAction): void {
    const before = this.session.wishes;
    this.session = session.reduce(this.session, action);
    if (before !== this.session.wishes) this.storage.keepWishes(before, this.session.wishes);
  }

  private refuseWishes(): void {
    const problem = { code: 'too-big', message: t('prompt.too-big'), params: {} };
    for (const { ref } of this.session.wishes)
      this.dispatch({ kind: 'wish-refused', ref, problem });
  }
}

function messageOf(wish: session.Wish): ClientMessage {
  const { text, ref, retry, ask, instead, element } = wish;
  return retry === null
    ? { kind: 'prompt', text, ref, candidates: 0, ask, instead, element }
    : { kind: 'retry', turn: retry, ref };
}

/** 128 random bits. Not randomUUID: that is missing on a plain http address. */
function newRef(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
