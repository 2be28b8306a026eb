"""The words by which pages name their controls, in English and Chinese, as patterns."""

from __future__ import annotations

THEME = (
    r"theme|dark|light|night|\bmoon|\bsun\b|🌙|🌚|🌛|🌜|☀|🌞|🌓|🌗|◐|"
    r"夜|深色|浅色|主题|暗|亮色|明亮|白天|日间"
)
CART = (
    r"add to (cart|bag|basket|order)|^\W*(add|buy|order)|^\+$|"
    r"加入购物车|加入|加购|购买|下单|点餐|选购"
)
AGAIN = r"restart|again|retry|reset|new game|重新|再来|重来|重玩|重置"
ONWARD = r"next|continue|submit|check|finish|result|下一|继续|提交|完成|查看|交卷"
SCORE = (
    r"\d+\s*(/|out of|of)\s*\d+|\d+ ?%|score|points|results?\b|you (are|got)|"
    r"得分|分数|总分|答对|结果|你是"
)
COUNTED = (  # "Question 2 of 5" is no score
    r"\W*(question|q\b|第|题|问题).*|\W*\d+\s*(/|of|out of)\s*\d+\W*"
)
EVERYTHING = r"^\W*(all|home|everything|全部|首页|所有)"
ADD = (
    r"^\W*(add|new|create|save|post|send|insert|\+)|"
    r"添加|新增|增加|新建|创建|保存|发送|发布|记一笔|写|加"
)
WORK = (
    r"convert|calc|compute|generate|test|match|solve|translate|encode|go|run|apply|update|"
    r"转换|计算|生成|测试|匹配|运行|换算|确定"
)
THANKS = (
    r"thank|success|subscribed|sent|received|welcome|confirmed|booked|registered|submitted|"
    r"谢谢|感谢|成功|已提交|已预|已收到|已订阅|已报名|欢迎"
)
INVALID = r"required|invalid|please|must|enter a|不能为空|请输入|请填写|必填|无效|有误|格式"
