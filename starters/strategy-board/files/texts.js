// What the page says by itself, in English and Chinese; `words` in content.js may say it otherwise.
const TEXTS = {
  en: {
    start: "Play", score: "Won", moves: "Moves", over: "You lose", won: "You win", draw: "A draw", turn: "Your turn", check: "Check!",
    turnOf: "{name} to move", thinking: "{name} is thinking …", wins: "{name} wins", pass: "{name} cannot move and passes",
    must: "You must capture", cannot: "This piece has no move", promote: "Promote to", fresh: "New game", undo: "Undo", hint: "Hint",
    help: "Choose a piece, then a marked square. Arrow keys and Enter work, too.",
    place: "Choose a marked square. Arrow keys and Enter work, too.", captured: "Captured", possible: "possible move", opponent: "Opponent",
    easy: "Easy", medium: "Medium", hard: "Hard", two: "Two players",
  },
  zh: {
    start: "开始对弈", score: "胜局", moves: "步数", over: "你输了", won: "你赢了", draw: "和棋", turn: "轮到你了", check: "将军！",
    turnOf: "轮到{name}", thinking: "{name}思考中…", wins: "{name}获胜", pass: "{name}无子可下，跳过一手",
    must: "必须吃子", cannot: "这枚棋子现在不能动", promote: "升变为", fresh: "新对局", undo: "悔棋", hint: "提示",
    help: "先选棋子，再点标出的位置；方向键和回车也可以",
    place: "点击标出的位置落子；方向键和回车也可以", captured: "吃子", possible: "可走", opponent: "对手",
    easy: "简单", medium: "中等", hard: "困难", two: "双人",
  },
};
const REASONS = {
  en: {
    mate: "Checkmate", stalemate: "Stalemate", stuck: "No move is left", none: "All pieces are taken", bare: "Too few pieces to win",
    quiet: "Many moves without a capture", repeated: "The same position three times", counted: "The board is counted", time: "Out of time",
  },
  zh: {
    mate: "将死", stalemate: "逼和", stuck: "无子可动", none: "棋子被吃光", bare: "双方子力不足",
    quiet: "长时间没有吃子", repeated: "局面重复三次", counted: "清点棋子", time: "超时",
  },
};
// Sides, pieces in the order of the rules, and their letters on signs that are not the usual ones.
const NAMES = {
  en: {
    you: ["You", "Computer"], chess: ["White", "Black"], xiangqi: ["Red", "Black"], checkers: ["Red", "White"], reversi: ["Black", "White"],
    kinds: {
      chess: ["king", "queen", "rook", "bishop", "knight", "pawn"], checkers: ["man", "king"], reversi: ["disc"],
      xiangqi: ["general", "advisor", "elephant", "horse", "chariot", "cannon", "soldier"],
    },
    badges: { chess: "KQRBN", xiangqi: "KAEHRCP" },
  },
  zh: {
    you: ["你", "电脑"], chess: ["白方", "黑方"], xiangqi: ["红方", "黑方"], checkers: ["红方", "白方"], reversi: ["黑方", "白方"],
    kinds: {
      chess: ["王", "后", "车", "象", "马", "兵"], checkers: ["兵", "王"], reversi: ["棋子"],
      xiangqi: ["将", "士", "象", "马", "车", "炮", "卒"],
    },
    badges: { chess: "王后车象马", xiangqi: "将士象马车炮卒" },
  },
};
const COLOURS = {
  chess: { background: "#f2ede4", text: "#2b2833", accent: "#c2583f", light: "#f0e4cf", dark: "#97a58a", first: "#fffdf7", second: "#312d3a" },
  xiangqi: { background: "#f1e7d6", text: "#33261c", accent: "#b23a2e", light: "#eccf9b", dark: "#7d5228", first: "#b3261e", second: "#1f2d3a" },
  checkers: { background: "#f5ece2", text: "#3a2a24", accent: "#b5523b", light: "#f1e2ca", dark: "#86624f", first: "#c8443a", second: "#fbf3e2" },
  reversi: { background: "#e9f1ea", text: "#1d2f28", accent: "#d9763d", light: "#4d9a76", dark: "#3b8463", first: "#20242f", second: "#fdfbf3" },
};
