// Problems in Chinese, by `Problem.code`. The English is the server's own message, which also
// stands in for a code that is not here or whose facts are missing.

export const problemsInChinese: Record<string, string> = {
  'backend-failed': '模型服务出错了。请重试；如果一直这样，请查看服务日志。',
  'bad-message': '工作室读不懂这条消息。请重新加载页面。',
  'bad-request': '工作室读不懂这次请求。请重新加载页面后再试。',
  'project-missing': '这个项目已被删除。',
  'bad-file': '模型写出的文件无法保存：文件名或大小不合要求。请换个说法再试。',
  'broker-away': '暂时连不上消息队列，您的要求没有发出。请稍后再试。',
  'checkpoint-broken':
    '模型文件 {file} 无法加载。请运行：python manage.py fetch_checkpoint --verify',
  'checkpoint-missing': '找不到模型文件 {file}。请运行：python manage.py fetch_checkpoint',
  'edits-failed': '{count} 处修改中有 {failed} 处没能完成。',
  'endpoint-key': '模型服务拒绝了密钥。请检查 ATELIER_OPENAI_KEY。',
  'endpoint-strange': '{url} 的回答不像 OpenAI 兼容的服务。ATELIER_OPENAI_URL 通常以 /v1 结尾。',
  internal: '出现了意外错误。请重试；详情在服务日志里。',
  length: '页面写到 {tokens} 个词元的上限，被截断了。可以说“继续”，或者要一个更小的页面。',
  'name-empty': '项目需要一个名字。',
  'nothing-changed': '模型又写出了同样的页面。请说说哪里应该不同。',
  'nothing-written': '模型没有写出可用的内容。请换个说法再试。',
  'out-of-memory':
    '内存不够：模型需要 {need} GiB，目前空闲 {free} GiB。请关闭其他程序，或把 ATELIER_WINDOW 或 ATELIER_CHECKPOINT 设小一些。',
  'prompt-empty': '请说说您想做什么。',
  'prompt-too-large': '一条要求最多 {limit} 个字符，这条有 {length} 个。',
  'prompt-too-long':
    '连同项目文件，提示共有 {tokens} 个词元；模型最多读 {window} 个（含回答）。请缩短要求，或减小文件。',
  'page-fails': '页面已运行过，但还有问题：{fault}',
  'no-browser': '这台机器上没有浏览器，页面没有检查。请运行：python manage.py doctor',
  repetition: '模型开始重复自己，已停止；写好的部分保留了下来。',
  'revision-newer': '您开始修改后，项目有了新版本。您的修改还在：请先查看最新版本，再保存。',
  'revision-missing': '没有版本 {revision}。',
  setting: '有一项设置不可用。请查看服务日志，或运行：python manage.py doctor',
  'too-many-wishes': '排队的要求太多了，请等一部分完成后再发。',
  'turn-missing': '这条要求不属于这个项目。',
  'turn-running': '这条要求还在处理中。',
  unreachable: '连不上模型服务。它在运行吗？ATELIER_OPENAI_URL 对吗？',
  'worker-lost': '工作进程在编写时中断了 {attempts} 次。最后写出的内容已保留。',
};
