/**
 * Where a name is not read as its characters are: county seats, counties, towns and villages of the whole country whose readings dictionaries
 * of words do not have or have wrong (《中国地名录》). A place begins with one, or has it behind its county: 菏泽市单县, 单县浮岗镇.
 */
const PLACES = `
莘庄 xin zhuang,莘县 shen xian,单县 shan xian,大埔 da bu,黄埔 huang pu,乐清 yue qing,乐陵 lao ling,乐亭 lao ting
涡阳 guo yang,涡北 guo bei,洪洞 hong tong,浚县 xun xian,歙县 she xian,蔚县 yu xian,蔚州 yu zhou,百色 bo se,黄陂 huang pi
都匀 du yun,都江堰 du jiang yan,都安 du an,都昌 du chang,都兰 du lan,成都 cheng du,丰都 feng du,于都 yu du,宁都 ning du,新都 xin du,武都 wu du,三都 san du
蚌埠 beng bu,蚌山 beng shan,浒墅关 xu shu guan,浒浦 hu pu,宕昌 tan chang,尉犁 yu li,尉氏 wei shi,吴堡 wu bu,瓦窑堡 wa yao bu,柴沟堡 chai gou bu
番禺 pan yu,六安 lu an,六合区 lu he qu,六盘水 liu pan shui,亳州 bo zhou,郴州 chen zhou,台州 tai zhou,天台 tian tai,丽水 li shui,浬浦 li pu,铅山 yan shan,弋阳 yi yang
鄱阳 po yang,东阿 dong e,阿城 a cheng,曲阜 qu fu,曲周 qu zhou,曲阳 qu yang,阳曲 yang qu,兖州 yan zhou,郯城 tan cheng,鄄城 juan cheng,茌平 chi ping,临朐 lin qu
无棣 wu di,牟平 mu ping,中牟 zhong mu,牟定 mou ding,芝罘 zhi fu,武陟 wu zhi,泌阳 bi yang,渑池 mian chi,柘城 zhe cheng,柘荣 zhe rong,郏县 jia xian,杞县 qi xian
睢县 sui xian,睢宁 sui ning,濉溪 sui xi,砀山 dang shan,枞阳 zong yang,黟县 yi xian,埇桥 yong qiao,邗江 han jiang,邳州 pi zhou,盱眙 xu yi,溧阳 li yang,溧水 li shui
甪直 lu zhi,甪里 lu li,句容 ju rong,如皋 ru gao,氾水 fan shui,汜水 si shui,栟茶 ben cha,井陉 jing xing,藁城 gao cheng,蠡县 li xian,大城县 dai cheng xian,大城 da cheng,任丘 ren qiu,任县 ren xian
任城 ren cheng,鄚州 mao zhou,行唐 xing tang,行头 hang tou,太行 tai hang,获鹿 huo lu,涉县 she xian,繁峙 fan shi,隰县 xi xian,芮城 rui cheng,解州 xie zhou,长子 zhang zi
盂县 yu xian,柞水 zha shui,鄠邑 hu yi,旬邑 xun yi,吐鲁番 tu lu fan,龟兹 qiu ci,若羌 ruo qiang,且末 qie mo,焉耆 yan qi,伽师 jia shi,莎车 sha che,叶城 ye cheng,于田 yu tian
阿克苏 a ke su,阿拉尔 a la er,阿勒泰 a le tai,阿坝 a ba,阿图什 a tu shi,阿瓦提 a wa ti,阿合奇 a he qi,阿荣旗 a rong qi,喀什 ka shi,日喀则 ri ka ze,那曲 na qu,玛曲 ma qu,碌曲 lu qu
犍为 qian wei,什邡 shi fang,阆中 lang zhong,荥经 ying jing,荥阳 xing yang,筠连 jun lian,珙县 gong xian,郫都 pi du,邛崃 qiong lai,涪陵 fu ling,綦江 qi jiang,北碚 bei bei
重庆 chong qing,东莞 dong guan,高要 gao yao,揭阳 jie yang,儋州 dan zhou,乐东 le dong,乐山 le shan,乐平 le ping,平乐 ping le,乐昌 le chang,长乐 chang le,邕宁 yong ning,岑溪 cen xi
六枝 liu zhi,册亨 ce heng,瓮安 weng an,荔波 li bo,会泽 hui ze,会理 hui li,会同 hui tong,会昌 hui chang,会宁 hui ning,会东 hui dong,会稽 kuai ji,弥勒 mi le,蒙自 meng zi,个旧 ge jiu
勐海 meng hai,勐腊 meng la,漾濞 yang bi,监利 jian li,蕲春 qi chun,浠水 xi shui,郧阳 yun yang,郧西 yun xi,秭归 zi gui,猇亭 xiao ting,硚口 qiao kou,耒阳 lei yang,汨罗 mi luo
芷江 zhi jiang,溆浦 xu pu,沅陵 yuan ling,澧县 li xian,攸县 you xian,醴陵 li ling,余干 yu gan,万载 wan zai,遂川 sui chuan,遂昌 sui chang,遂宁 sui ning,长汀 chang ting,厦门 xia men
莆田 pu tian,漳浦 zhang pu,闽侯 min hou,鄞州 yin zhou,嵊州 sheng zhou,嵊泗 sheng si,诸暨 zhu ji,婺城 wu cheng,婺源 wu yuan,缙云 jin yun,衢州 qu zhou,衢江 qu jiang,瓯海 ou hai,洞头 dong tou
珲春 hun chun,桦甸 hua dian,洮南 tao nan,讷河 ne he,穆棱 mu ling,岫岩 xiu yan,桓仁 huan ren,巴彦淖尔 ba yan nao er,磴口 deng kou,敖汉 ao han
扎囊 zha nang,扎达 zha da,尖扎 jian zha,称多 chen duo,噶尔 ga er,湟中 huang zhong,岢岚 ke lan,崆峒 kong tong,张掖 zhang ye,长葛 chang ge,长垣 chang yuan,长兴 chang xing,长白 chang bai,长岭 chang ling
大栅栏 da shi lan,漷县 huo xian,斗门 dou men,东乡 dong xiang,兴化 xing hua,兴隆 xing long,朝阳 chao yang,朝天 chao tian,建瓯 jian ou,应县 ying xian,应城 ying cheng,化隆 hua long,华阴 hua yin,华县 hua xian
济南 ji nan,济宁 ji ning,济源 ji yuan,济阳 ji yang,济水 ji shui,南召 nan zhao,召陵 shao ling,省庄 sheng zhuang,曾都 zeng du,颍上 ying shang,泷水 shuang shui,隆尧 long yao,穰东 rang dong
`;

/** Names of peoples who write theirs with Chinese characters for the sound, as they begin a name or a part of one behind its dot. */
const NAMES = `
阿不都 a bu du,阿不来 a bu lai,阿不力 a bu li,阿不拉 a bu la,阿卜杜 a bu du,阿卜力 a bu li,阿布都 a bu du,阿布力 a bu li,阿布拉 a bu la,阿迪力 a di li,阿依 a yi,阿扎提 a zha ti,阿曼 a man
阿孜古丽 a zi gu li,阿地力 a di li,阿合买提 a he mai ti,阿力木 a li mu,阿提 a ti,阿旺 a wang,阿尔 a er,阿苏 a su,阿木 a mu,阿呷 a ga,阿牛 a niu,阿说 a shuo,阿支 a zhi,阿约 a yue,阿的 a di,阿拉坦 a la tan
艾合买提 ai he mai ti,买合木提 mai he mu ti,买买提 mai mai ti,吾买尔 wu mai er,玉素甫 yu su fu,帕尔哈提 pa er ha ti,祖力 zu li,迪力 di li,依不拉 yi bu la,依布拉 yi bu la,古丽 gu li,色力克 se li ke,什孜 shi zi
朝鲁 chao lu,朝克 chao ke,朝格 chao ge,那仁 na ren,那日 na ri,那顺 na shun,乌兰 wu lan,格日 ge ri,长命 chang ming,扎西 zha xi,扎拉 zha la,才让 cai rang,才仁 cai ren,次仁 ci ren,仁增 ren zeng,旦增 dan zeng
曲珍 qu zhen,曲扎 qu zha,曲比 qu bi,曲木 qu mu,曲吉 qu ji,强巴 qiang ba,降央 jiang yang,降初 jiang chu,的日 di ri,勒格 le ge,尔古 er gu,俄木 e mu,且沙 qie sha,吉克 ji ke,瓦渣 wa zha,沙马 sha ma
`;

/** Surnames a dictionary of words does not know, or reads as the word it begins. */
const SURNAMES = `
单 shan,仇 qiu,查 zha,区 ou,解 xie,任 ren,朴 piao,曾 zeng,翟 zhai,缪 miao,逄 pang,逯 lu,覃 qin,佘 she,冼 xian,员 yun,种 chong,秘 bi,宓 mi,繁 po,折 she,乜 nie,那 na,牟 mou,祭 zhai
郗 xi,隗 wei,晁 chao,召 shao,钭 tou,厍 she,麴 qu,瞿 qu,谌 chen,乐 yue,葛 ge,华 hua,纪 ji,宁 ning,燕 yan,应 ying,令 ling,干 gan,车 che,过 guo,哈 ha,么 yao,尉 wei,妫 gui,芈 mi,郤 xi,郄 qie,郜 gao,訾 zi,禤 xuan
万俟 mo qi,尉迟 yu chi,长孙 zhang sun,澹台 tan tai,令狐 ling hu,宇文 yu wen,贺兰 he lan
`;

function table(text: string): ReadonlyMap<string, string> {
  const entries = text.trim().split(/[\n,]/);
  return new Map(entries.map((entry) => [entry.slice(0, entry.indexOf(' ')), entry.slice(entry.indexOf(' ') + 1)]));
}

export const PLACE_READINGS = table(PLACES);
export const NAME_READINGS = table(NAMES);
export const SURNAME_READINGS = table(SURNAMES);
