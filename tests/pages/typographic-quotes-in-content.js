// theme: "", paper, ocean, forest, rose, sunset, grape, mono, mint, terminal. mode: "light" or "dark".
// kind: "quiz" (pick an answer) or "cards" (flash cards: the front is text, the back is answer).
const CONTENT = {
  lang: "zh",
  title: "成语知识问答",
  subtitle: "十道题，答完显示得分",
  icon: "📖",
  theme: "paper",
  mode: "dark",
  accent: "#007bff",
  kind: "quiz",
  intro: "你好！欢迎来到成语知识问答。你将看到10道题目，每道题目都有一个答案。答题完成后，我们将显示你的得分。",
  start: "开始答题",
  seconds: 5, // for each question; 0 is no clock
  shuffle: true,
  sound: true,
  questions: [
    { text: "成语：‘三顾茅庐’”，options: ["曹操", "刘备", "诸葛亮", "孙权"], answer: 1, why: "这个成语典故出自《三国演义》，讲述了刘备和诸葛亮多次去拜访曹操，最终说服他出兵帮助刘备。", image: "https://via.placeholder.com/50" },
    { text: "成语：‘画蛇添足’”，options: ["赵括", "蔺相如", "周瑜", "张飞"], answer: 2, why: "这个成语典故出自《史记》，讲述了赵括和蔺相如在战争中故意增加自己的兵力，结果反而导致了失败。", image: "https://via.placeholder.com/50" },
    { text: "成语：‘亡羊补牢’”，options: ["牛顿", "孔子", "苏格拉底", "老子"], answer: 1, why: "这个成语典故出自《庄子》，讲述了一个人在发现丢失的羊后，及时修补了已经出现的洞穴。", image: "https://via.placeholder.com/50" },
    { text: "成语：‘画蛇添足’”，options: ["曹操", "刘备", "诸葛亮", "孙权"], answer: 2, why: "这个成语典故出自《三国演义》，讲述了刘备和诸葛亮在战争中故意增加自己的兵力，结果反而导致了失败。", image: "https://via.placeholder.com/50" },
    { text: "成语：‘亡羊补牢’”，options: ["牛顿", "孔子", "苏格拉底", "老子"], answer: 1, why: "这个成语典故出自《庄子》，讲述了一个人在发现丢失的羊后，及时修补了已经出现的洞穴。", image: "https://via.placeholder.com/50" }
  ],
  results: [
    { from: 30, title: "成语高手”，text: "你答对了三道题！恭喜你！"},
    { from: 60, title: "成语专家”，text: "你答对了六道题！你真是一个成语专家！"},
    { from: 90, title: "成语神童”，text: "你答对了九道题！你真是一个成语神童！"}
  ]
};
