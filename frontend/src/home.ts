// The home page: the prompt box, the examples, the projects. Django has rendered all of it.

import { tile } from './art';
import { duration, moment } from './format';
import { problemText, setLanguage, t } from './i18n';
import { canSend, charactersLeft, fitHeight, isSubmit, lengthHint } from './prompt';
import type { BackendStatus, Problem } from './protocol';
import './styles/base.css';
import './styles/home.css';
import './styles/projects.css';
import './styles/shelf.css';

const DRAFT = 'atelier:home:draft';
const ASK_WHEN_READY = 10_000; // ms between looks at how the model is
const ASK_UNTIL_READY = 1_500; // ms

setLanguage(document.documentElement.lang.startsWith('zh') ? 'zh-hans' : 'en');

function find<T extends Element>(selector: string): T | null {
  return document.querySelector<T>(selector);
}

function promptBox(form: HTMLFormElement, box: HTMLTextAreaElement): void {
  const button = form.querySelector('button')!;
  const hint = form.querySelector<HTMLElement>('.hint')!;
  const usualHint = hint.textContent;
  let sent = false;

  function update(): void {
    button.disabled = sent || !canSend(box.value);
    const length = lengthHint(box.value);
    hint.textContent = length || usualHint;
    hint.classList.toggle('length', length !== '');
    hint.classList.toggle('over', charactersLeft(box.value) < 0);
    fitHeight(box);
  }

  function edited(): void {
    keepDraft(box.value);
    if (canSend(box.value)) dropProblem(box);
    update();
  }

  box.addEventListener('input', edited);
  box.addEventListener('keydown', (event) => {
    if (!isSubmit(event)) return;
    event.preventDefault();
    if (canSend(box.value)) form.requestSubmit();
  });
  form.addEventListener('submit', (event) => {
    if (sent || !canSend(box.value)) {
      event.preventDefault();
      return;
    }
    sent = true;
    keepDraft('');
    update();
  });
  for (const example of document.querySelectorAll<HTMLButtonElement>('.example')) {
    example.addEventListener('click', (event) => {
      event.preventDefault();
      box.value = example.value;
      edited();
      box.focus();
    });
  }
  if (!box.value) box.value = sessionStorage.getItem(DRAFT) ?? '';
  update();
  // Back from the workspace: what was made since is not on a page that the browser kept.
  addEventListener('pageshow', (event) => {
    const [visit] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
    if (!event.persisted && visit?.type !== 'back_forward') return;
    keepDraft(box.value);
    location.reload();
  });
}

function keepDraft(text: string): void {
  if (text) sessionStorage.setItem(DRAFT, text);
  else sessionStorage.removeItem(DRAFT);
}

function dropProblem(box: HTMLTextAreaElement): void {
  find('#problem')?.remove();
  box.removeAttribute('aria-invalid');
}

function projects(dialog: HTMLDialogElement): void {
  for (const button of document.querySelectorAll<HTMLElement>('[data-delete]')) {
    button.addEventListener('click', () => {
      dialog.querySelector('form')!.action = button.dataset['delete']!;
      dialog.querySelector('[data-name]')!.textContent = button.dataset['name']!;
      dialog.showModal();
    });
  }
  for (const place of document.querySelectorAll<HTMLElement>('[data-tile]')) {
    place.innerHTML = tile(place.dataset['tile']!);
  }
  for (const time of document.querySelectorAll('time')) {
    time.textContent = moment(Date.parse(time.dateTime) / 1000);
  }
}

/** Show how the model is, now and as it changes: it loads, fails and comes back meanwhile. */
async function followBackend(place: HTMLElement): Promise<void> {
  for (;;) {
    const status = await askBackend(place.dataset['health']!);
    showBackend(place, status);
    const pause = status?.state === 'ready' ? ASK_WHEN_READY : ASK_UNTIL_READY;
    await new Promise((resolve) => setTimeout(resolve, pause));
    if (document.hidden) {
      await new Promise((seen) => addEventListener('visibilitychange', seen, { once: true }));
    }
  }
}

/** How the model is; null while the studio does not answer. */
async function askBackend(url: string): Promise<BackendStatus | null> {
  try {
    const health = (await (await fetch(url)).json()) as { backend: BackendStatus };
    return health.backend;
  } catch {
    return null;
  }
}

function showBackend(place: HTMLElement, status: BackendStatus | null): void {
  const state = status?.state ?? 'away';
  for (const part of document.querySelectorAll<HTMLElement>('[data-when]')) {
    part.hidden = part.dataset['when'] !== state;
  }
  place.querySelector('.dot')!.className = `dot ${state}`;
  if (!status) return;
  const checkpoint = place.querySelector<HTMLElement>('.checkpoint')!;
  checkpoint.textContent = status.checkpoint;
  checkpoint.hidden = state === 'failed' || !status.checkpoint;
  if (state === 'loading') {
    const time = duration(status.loading_seconds);
    place.querySelector('[data-when=loading]')!.textContent = t('backend.loading', { time });
  }
  const reason = status.problem ? problemText(status.problem) : '';
  const shown = find('.reason');
  if (shown && shown.textContent !== reason) shown.textContent = reason;
}

const form = find<HTMLFormElement>('#wish');
const box = find<HTMLTextAreaElement>('#prompt');
const dialog = find<HTMLDialogElement>('#delete-dialog');
const backend = find<HTMLElement>('#backend');
const problem = find('#problem');
if (form && box) promptBox(form, box);
if (dialog) projects(dialog);
if (backend) void followBackend(backend);
if (problem) {
  problem.textContent = problemText(JSON.parse(find('#problem-data')!.textContent!) as Problem);
}
