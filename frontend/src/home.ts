// The home page: the prompt box, the examples, the projects. Django has rendered all of it.

import { tile } from './art';
import { moment } from './format';
import { problemText, setLanguage } from './i18n';
import { canSend, charactersLeft, fitHeight, isSubmit, lengthHint } from './prompt';
import type { Problem } from './protocol';
import './styles/base.css';
import './styles/home.css';

const DRAFT = 'atelier:home:draft';

setLanguage(document.documentElement.lang.startsWith('zh') ? 'zh-hans' : 'en');

function find<T extends Element>(selector: string): T | null {
  return document.querySelector<T>(selector);
}

function promptBox(form: HTMLFormElement, box: HTMLTextAreaElement): void {
  const button = form.querySelector('button')!;
  const hint = form.querySelector<HTMLElement>('.hint')!;
  let sent = false;

  function update(): void {
    button.disabled = sent || !canSend(box.value);
    hint.textContent = lengthHint(box.value) || hint.dataset['hint']!;
    hint.classList.toggle('over', charactersLeft(box.value) < 0);
    fitHeight(box);
  }

  function fill(text: string): void {
    box.value = text;
    sessionStorage.setItem(DRAFT, text);
    update();
    box.focus();
  }

  box.addEventListener('input', () => {
    sessionStorage.setItem(DRAFT, box.value);
    update();
  });
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
    sessionStorage.removeItem(DRAFT);
    update();
  });
  // Back from the workspace by the browser's own cache: the box can be used again.
  addEventListener('pageshow', (event) => {
    if (!event.persisted) return;
    sent = false;
    fill('');
  });
  for (const example of document.querySelectorAll<HTMLElement>('.example')) {
    example.addEventListener('click', () => fill(example.dataset['prompt']!));
  }
  if (!box.value) box.value = sessionStorage.getItem(DRAFT) ?? '';
  update();
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

const form = find<HTMLFormElement>('#wish');
const box = find<HTMLTextAreaElement>('#prompt');
const dialog = find<HTMLDialogElement>('#delete-dialog');
const problem = find('#problem');
if (form && box) promptBox(form, box);
if (dialog) projects(dialog);
if (problem) {
  problem.textContent = problemText(JSON.parse(find('#problem-data')!.textContent!) as Problem);
}
