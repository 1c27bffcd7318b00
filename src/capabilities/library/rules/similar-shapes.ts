/**
 * Characters that scanners and readers take for one another because they look alike, in groups. Our own list, made by
 * going through the 3,500 common characters (通用规范汉字表, 国发〔2013〕23号, first table) for such as differ in one
 * stroke, one dot or one side, and through the signs and figures of official writing. A character may stand in several groups.
 */
const GROUPS: readonly string[] = [
  '己已巳 未末 土士 日曰 人入八 大太犬丈 千干于 天夫无夭 戊戌戍成 甲申由田 王玉主 木本术禾 自白百',
  '目日且旦 力刀刁 厂广 几儿九凡 了丁子 工土干 上土止 云去 牛午年 夕久 斤斥 今令 免兔 鸟乌 史吏更',
  '失矢朱 用甩 平乎 石右古 右石有 左在 名各 办为力 市巾币 中申 问间闻 门们 风凤 区医 亨享 亭停',
  '士王 代伐 戈弋 折拆析 乒乓兵 丘兵 暂哲 拔拨 抢抡 沦沧 伦仑 论沦伦 竟竞 即既 幸辛 壁璧 辨辩辫',
  '茶荼 徒徙 往住佳 侯候 眼眠 遣遗 崇祟 裁栽载戴 帅师 杜社壮 治冶 没设 洒酒 汗汁 冼洗 准淮 决快',
  '次决 冲沖 情请清晴睛 消捎 测侧则 济剂挤 浅线钱残 绩积续债 续读 组租阻姐祖 级极吸 纲网 网冈 岗冈',
  '纪记 约的 证征 评许 计什 订打 认队 讲进 诉拆 话活 调凋 谈淡 陪部培倍 除徐 阶际 院完 降隆 限眼',
  '都部 邮油 政攻 改政 攻功 功切 府附 附付 局居 居屈 层屋 发友 友反 管菅 理埋 现视规观 资货贷',
  '费贵责 质贡 员贝 贴帖 账帐 购构沟 贯贵 村材林 材村财 板扳版 枝技枚 校较 标栋 杯坏 坏怀环 检捡',
  '样祥 根很 程稿 科料 秋秩 秘密 税说 积织职 织积识 施旎 旅施 族旋 镇填 街衔 道遭 遇遏 通逋 运远',
  '达迭 过辽 迁迂 追迫 送迭 服报 执挚 投没 护沪 拟似 招拾 指措 捐损 据剧 推堆 提堤 搞摘 务条',
  '各条 备各 处外 多夕 奖浆 务劣 协胁 劳荣 营宫 官宫 宜宣 审宙 字宇 完宗 安宴 家冢 容客 害宪',
  '密蜜 富福 寒塞 项顶 预顶 领颁 顾颜 题颗 额颜 微徽徵 德徳 待侍 得碍 募幕墓慕暮 编偏遍篇 建健廷',
  '延廷 建延 件什 体休 作仵 何向 价阶 优忧 传转 位拉 低底 使便 保堡 修俢 倡唱 值直 偿赏 储诸',
  '防妨坊 场扬杨肠 地她池 均圴 坚竖 型刑 城域 基墓 堂常 增憎赠 境镜 复夏 季李 学字 孤弧 委季 始治',
  '要耍 婴要 嫌赚 专传 东车 两雨 再冉 册删 冬务 刊刑 列刑 创刨 利刊 别刑 制刷 副幅 剩乘 劝功',
  '动功 助肋 勘斟 化比 北比此 匹四 四西 西酉 开井并 华毕 单革 占古 卫工 印卯 却怯',
  '厅斤 历厉 压庄 厘匣 原愿 县具 参叁 双戏 取职 受爱 口囗日 可司 司同 同向 吉古 台合 后盾 告吉',
  '周同 和知 品晶 哪那 商高 善差 喜嘉 回四 因困囚 园圆 固困 国围 图囤 壮状 声芦 头买 夹央',
  '如加 妇归 孔礼 小少 尺尽 展辰 属展 山出 岁岌 岛鸟 川州 巡巛 巧功 差着 带常 帮邦 幼幻',
  '库厍 应庄 店占 康庸 廉康 弃并 式武 张涨 强弹 当挡 录彔 形刑 影彰 径经 律津 循盾 必心 忘忌',
  '志忘 念怠 怒恕 思恩 恢灰 息思 患忠 悉恶 惠慧 意竟 感惑 慎填 我找 或域 战站 户尸 房旁 所听',
  '手毛 才寸 扑朴 扣和 批枇 承永 抗杭 护炉 担坦 拘构 拥佣 持特 挂桂 按桉 挖控 挥辉 换焕 授援',
  '掌拿 接按 描猫 握渥 支攴 收牧 效郊 教救 敏繁 数敷 整憋 文丈 断继 新薪 方万 早旱 时对 昌冒',
  '明朋 易昜 星皇 春舂 是足 显昱 晚免 普晋 晨辰 智知 月用 服版 期斯 未禾 机杌 权杈 束东 杰烈',
  '枪抢 某其 柱桂 查査 栏拦 核该 格恪 案桉 梁粱 梅海 棚绷 楼搂 概慨 模摸 横黄 止正 步涉 段叚',
  '毁段 每海 毫亳 民良 气汽 水永氷 求永 江汪 汤场 河何 油抽 法怯 注住 洪供 派脉 流浇 浙淅 涂徐',
  '润闰 深探 渠梁 渡度 温湿 港巷 湖潮 源原 满瞒 漏陋 灭灰 灯打 炼练 点占 烟咽 照熙 燃然 父交',
  '物勿 狠狼 独烛 率卒 珍诊 班斑 球救 瓜爪 生主 电甩 男另 画面 留溜 疗辽 疫役 病痛 登豋 皮波',
  '盆岔 盈盆 益盖 监临 盘盆 盟萌 直真 省看 看着 研妍 破波 础拙 确碓 示元 票栗 禁楚 私和',
  '稳隐 穷窃 空穴 立位 站占 章童 端瑞 第笫 等筹 筑巩 签鉴 简筒 算篡 类娄 粉纷 精情 系糸 素索',
  '紧系 纠叫 红江 纳讷 纸低 终络 结给 统充 维淮 综踪 缓援 缩宿 缴激 置直 署暑 群郡 老考',
  '者著 而面 耕耘 聘骋 肉内 育肓 脱说 自目 舍含 航般 船般 良艮 节书 范苑 若苦 荐存',
  '药约 获荻 落洛 蓝监 虑虚 行仃 补朴 表衷 被披 装袋 见贝 角用 解懈 警擎 议仪 讨付 训川 访仿',
  '详祥 误娱 责青贵 败财 贫贪 贸贺 赔陪 起超 越起 路跻 践线 身射 轮论 软欠 轻径 辆俩 辖割 边过',
  '迎仰 近折 还环 这过 违讳 连莲 适括 选洗 逐遂 途涂 速束 造告 遵导 配酌 采釆 里理 重里 量童',
  '金全 针计 铁轶 银根 销消 锅祸 长氏 闭闲 阵陈 阳阴 随堕 难准 集焦 雪雷 零岑 露路 非韭 革草',
  '音昔 页贝 须项 频颁 食良 餐馨 饮饭 馆倌 首道 香杏 马鸟 驻注 骗编 鲁鱼',
  // figures and signs
  '0oO〇○零 1lI| 3８8 5S6 6b8 1７7 2Zz 9gq 0689 35 一-— 二=三 十+',
].flatMap((line) => line.split(' '))

const groupsOf = new Map<string, Set<number>>()
for (const [index, group] of GROUPS.entries()) {
  for (const sign of group) groupsOf.set(sign, (groupsOf.get(sign) ?? new Set()).add(index))
}

/** Whether two characters look alike. */
export function looksLike(one: string, other: string): boolean {
  const groups = groupsOf.get(one)
  if (!groups) return false
  for (const group of groupsOf.get(other) ?? []) if (groups.has(group)) return true
  return false
}

const NUMERAL = /^[0-9〇○零一二三四五六七八九十百千万两]$/

/** Figures and numerals: one for another changes an amount or a day. */
export const isNumeral = (sign: string): boolean => NUMERAL.test(sign)
