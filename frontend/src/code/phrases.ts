// CodeMirror's own words in Chinese; its English is in the library.

import { EditorState, type Extension } from '@codemirror/state';
import { locale } from '../i18n';

const chinese = {
  Find: '查找',
  Replace: '替换',
  next: '下一个',
  previous: '上一个',
  all: '全选',
  'match case': '区分大小写',
  'by word': '全字匹配',
  regexp: '正则表达式',
  replace: '替换',
  'replace all': '全部替换',
  close: '关闭',
  'current match': '当前匹配',
  'replaced match on line $': '已替换第 $ 行的匹配',
  'replaced $ matches': '已替换 $ 处',
  'on line': '在行',
  'Go to line': '跳到行',
  go: '跳转',
  'Folded lines': '已折叠的行',
  'Unfolded lines': '已展开的行',
  'folded code': '折叠的代码',
  'Fold line': '折叠',
  'Unfold line': '展开',
  unfold: '展开',
  to: '到',
  'Control character': '控制字符',
  'Selection deleted': '已删除所选内容',
};

export function phrases(): Extension {
  return locale() === 'en' ? [] : EditorState.phrases.of(chinese);
}
