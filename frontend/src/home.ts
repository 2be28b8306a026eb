import './styles/base.css';
import './styles/home.css';

const box = document.querySelector<HTMLTextAreaElement>('#prompt');

for (const button of document.querySelectorAll<HTMLButtonElement>('[data-prompt]')) {
  button.addEventListener('click', () => {
    if (!box) return;
    box.value = button.dataset.prompt ?? '';
    box.focus();
  });
}

// Enter sends, Shift+Enter breaks the line; never while an input method composes.
box?.addEventListener('keydown', (event) => {
  if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
  event.preventDefault();
  box.form?.requestSubmit();
});

for (const form of document.querySelectorAll<HTMLFormElement>('[data-confirm]')) {
  form.addEventListener('submit', (event) => {
    if (!window.confirm(form.dataset.confirm)) event.preventDefault();
  });
}
