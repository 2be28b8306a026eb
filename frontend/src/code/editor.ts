// CodeMirror, set up once. Loaded when the code is first looked at.

import { closeBrackets, closeBracketsKeymap } from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap, indentWithTab } from '@codemirror/commands';
import { css } from '@codemirror/lang-css';
import { html } from '@codemirror/lang-html';
import { javascript } from '@codemirror/lang-javascript';
import { json } from '@codemirror/lang-json';
import { bracketMatching, foldGutter, foldKeymap, HighlightStyle, indentOnInput, syntaxHighlighting } from '@codemirror/language';
import { highlightSelectionMatches, searchKeymap } from '@codemirror/search';
import { Annotation, EditorState, type Extension } from '@codemirror/state';
import { drawSelection, EditorView, highlightActiveLine, keymap, lineNumbers } from '@codemirror/view';
import { tags } from '@lezer/highlight';
import { phrases } from './phrases';

/** What the editor shows. The same `id` is the same document: it keeps its undo history. */
export interface Document {
  id: string;
  path: string;
  text: string;
  readOnly: boolean;
  /** Keep the end in sight while text is added. */
  follow: boolean;
  label: string;
}

export interface EditorHandlers {
  change: (path: string, text: string) => void;
  save: () => void;
}

const FOLLOW_WITHIN = 80; // px from the end that still count as being at the end
const fromOutside = Annotation.define<boolean>();

export class CodeEditor {
  private readonly view: EditorView;
  private readonly states = new Map<string, EditorState>();
  private shown: Document | null = null;

  constructor(
    parent: HTMLElement,
    private readonly handlers: EditorHandlers,
  ) {
    this.view = new EditorView({ parent });
  }

  show(document: Document): void {
    const before = this.shown;
    this.shown = document;
    if (before?.id !== document.id) {
      if (before) this.states.set(before.id, this.view.state);
      this.view.setState(this.states.get(document.id) ?? this.newState(document));
      if (document.follow) this.scrollToEnd();
    }
    this.setText(document);
  }

  destroy(): void {
    this.view.destroy();
  }

  private setText({ text, follow }: Document): void {
    const { scrollDOM, state } = this.view;
    const old = state.doc.toString();
    if (old === text) return;
    const near = scrollDOM.scrollHeight - scrollDOM.scrollTop - scrollDOM.clientHeight < FOLLOW_WITHIN;
    const changes = text.startsWith(old)
      ? { from: old.length, insert: text.slice(old.length) }
      : { from: 0, to: old.length, insert: text };
    this.view.dispatch({ changes, annotations: fromOutside.of(true) });
    if (follow && near) this.scrollToEnd();
  }

  private scrollToEnd(): void {
    const end = this.view.state.doc.length;
    this.view.dispatch({ effects: EditorView.scrollIntoView(end, { y: 'end', yMargin: 24 }) });
  }

  private newState(document: Document): EditorState {
    const changed = EditorView.updateListener.of((update) => {
      const typed = update.transactions.some((step) => step.docChanged && !step.annotation(fromOutside));
      if (typed && this.shown) this.handlers.change(this.shown.path, update.state.doc.toString());
    });
    const save = { key: 'Mod-s', preventDefault: true, run: () => (this.handlers.save(), true) };
    return EditorState.create({
      doc: document.text,
      extensions: [
        keymap.of([save]),
        document.readOnly ? [EditorState.readOnly.of(true)] : editing,
        common,
        languageOf(document.path),
        EditorView.contentAttributes.of({ 'aria-label': document.label }),
        changed,
      ],
    });
  }
}

function languageOf(path: string): Extension {
  const extension = path.split('.').at(-1)?.toLowerCase() ?? '';
  if (['html', 'htm', 'svg', 'xml'].includes(extension)) return html();
  if (extension === 'css') return css();
  if (['js', 'mjs', 'ts', 'jsx', 'tsx'].includes(extension)) {
    return javascript({ typescript: extension.startsWith('ts'), jsx: extension.endsWith('x') });
  }
  return extension === 'json' ? json() : [];
}

// `var()` colours follow the system's theme by themselves.
const theme = EditorView.theme({
  '&': { height: '100%', backgroundColor: 'transparent', color: 'var(--text)', fontSize: '13px' },
  '&.cm-focused': { outline: 'none' },
  '.cm-scroller': { fontFamily: 'var(--mono)', lineHeight: '1.65' },
  '.cm-content': { padding: '12px 0', caretColor: 'var(--accent)' },
  '.cm-line': { padding: '0 16px 0 8px' },
  '.cm-gutters': { backgroundColor: 'transparent', color: 'var(--muted)', border: 'none' },
  '.cm-lineNumbers .cm-gutterElement': { padding: '0 4px 0 16px', opacity: '0.6' },
  '.cm-activeLine': { backgroundColor: 'color-mix(in srgb, var(--text) 4%, transparent)' },
  '.cm-cursor': { borderLeftColor: 'var(--accent)', borderLeftWidth: '2px' },
  '&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground':
    { backgroundColor: 'color-mix(in srgb, var(--accent) 24%, transparent)' },
  '.cm-matchingBracket': { backgroundColor: 'var(--accent-soft)', outline: '1px solid var(--accent)' },
  '.cm-panels': { backgroundColor: 'var(--sunken)', color: 'var(--text)' },
  '.cm-panels.cm-panels-bottom': { borderTop: '1px solid var(--border)' },
  '.cm-panel.cm-search': { padding: '8px 12px' },
  '.cm-panel.cm-search [name=close]': { color: 'var(--muted)', fontSize: '18px' },
  '.cm-textfield': {
    backgroundColor: 'var(--surface)',
    border: '1px solid var(--border-strong)',
    borderRadius: '6px',
    padding: '3px 6px',
  },
  '.cm-button': {
    backgroundImage: 'none',
    backgroundColor: 'var(--surface)',
    border: '1px solid var(--border-strong)',
    borderRadius: '6px',
  },
  '.cm-foldPlaceholder': { backgroundColor: 'var(--sunken)', border: 'none', color: 'var(--muted)' },
});

const colours = HighlightStyle.define([
  { tag: [tags.keyword, tags.modifier, tags.operatorKeyword], color: 'var(--code-keyword)' },
  { tag: [tags.string, tags.attributeValue, tags.regexp], color: 'var(--code-string)' },
  { tag: [tags.number, tags.bool, tags.null, tags.atom, tags.unit, tags.color], color: 'var(--code-number)' },
  { tag: [tags.tagName, tags.className, tags.typeName, tags.function(tags.variableName)], color: 'var(--code-name)' },
  { tag: [tags.attributeName, tags.propertyName], color: 'var(--code-keyword)' },
  { tag: [tags.comment, tags.meta], color: 'var(--code-comment)', fontStyle: 'italic' },
  { tag: [tags.angleBracket, tags.punctuation], color: 'var(--muted)' },
]);

const common: Extension = [
  theme,
  syntaxHighlighting(colours),
  lineNumbers(),
  foldGutter(),
  drawSelection(),
  bracketMatching(),
  highlightSelectionMatches(),
  EditorView.lineWrapping,
  EditorState.tabSize.of(2),
  phrases(),
  keymap.of([...searchKeymap, ...foldKeymap, ...defaultKeymap]),
];

const editing: Extension = [
  history(),
  closeBrackets(),
  indentOnInput(),
  highlightActiveLine(),
  keymap.of([...closeBracketsKeymap, ...historyKeymap, indentWithTab]),
];
