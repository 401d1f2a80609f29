import { declareProblems } from '../kernel/problems';

const problems = declareProblems({
  poll_not_open: { status: 409, title: '这次评议还没开始，或者已经停了。' },
  poll_closed: { status: 409, title: '晚了一步，票箱已经关了，这次没有投进去。' },
  pass_bad: { status: 409, title: '这张票认不出来，请退出来，再进去投一次。' },
  not_on_roll: { status: 403, title: '名册上没有您，这次投不了。' },
  not_asked: { status: 409, title: '有的答案不是问您的，请退出来，再进去投一次。' },
  ballot_newer: { status: 409, title: '您在别处改过这张票，请退出来看一遍再投。' },
  poll_key_lost: { status: 503, title: '票箱的钥匙找不到了，现在不能投。投过的票还在，请打电话给人大。' },
  poll_not_counted: { status: 409, title: '票还没数完，数完才看得到写的话。' },
  screeners_full: { status: 409, title: '已经有两个人在审了，要换人，请选替下谁。' },
  not_screener: { status: 403, title: '写的话只有审的两个人看，您不在里面。' },
  screener_same: { status: 409, title: '这句是您标的，要请另一位放行。' },
  words_changed: { status: 409, title: '刚才另一位动过这句，请看过再定。' },
  words_published: { status: 409, title: '已经公布了，不能再改。' },
  words_reported: { status: 409, title: '这是举报，不在这里看了。' },
  words_nothing_left: { status: 409, title: '去掉以后一个字也不剩，请改选不放。' },
  words_waiting: { status: 409, title: '还有没看完的话，都定了才能一次公布。' },
  spans_bad: { status: 409, title: '标的地方对不上原话，请重新标。' },
  results_first: { status: 409, title: '要等结果公布了，写的话才能公布。' },
  paper_taken: { status: 409, title: '您领了纸票，手机上就不能再投了。没有领过的，请到联络站说一声。' },
  slip_misread: { status: 400, title: '这不是票号。票号像 BS-0463-2，在票的右下角。' },
  slip_check: { status: 400, title: '校验位不对，请看看票号。' },
  slip_unknown: { status: 404, title: '没有印过这个号，请看看票号。' },
  slip_forged: { status: 409, title: '二维码对不上，这张票不是这里印的。请收好，告诉人大办公室。' },
  slip_other_vote: { status: 409, title: '不是这次评议的票，是别的一次或者去年的。' },
  slip_other_station: { status: 409, title: '这是别的站的票，请交给那个站。' },
  slip_spoiled: { status: 409, title: '这个号作废过了。' },
  slip_entered: { status: 409, title: '录过了，不会算两次。' },
  slip_not_issued: { status: 409, title: '这个站登记发出去的都收回来了。请先登记发票，再录这张。' },
  slip_same_person: { status: 409, title: '您录过这张了，请换一个人录。' },
  slip_apart: { status: 409, title: '和第一遍差得太多，请拿着这张票从头再录一遍。' },
  slip_apart_often: { status: 409, title: '这张您录了三遍，都和第一遍差很多。请换个人录，或者请录第一遍的人再录。' },
  slip_moved: { status: 409, title: '这张刚才有人动过，请重新输一遍票号。' },
  slip_spoil_second: { status: 409, title: '作废要两个人，请另一位再点一次。' },
  slip_for_adults: { status: 403, title: '没满 18 岁的、不住这里的不能领。有事可以直接告诉代表，或者到联络站说。' },
  paper_ticked: { status: 409, title: '这个号码的人领过纸票了。' },
  paper_not_ticked: { status: 409, title: '您今天在这个站没有勾过这个号码，请看看号码。' },
  slip_not_out: { status: 409, title: '发出去的都收回来了，没有能收回的一张。' },
  deputy_by_phone: { status: 409, title: '这个号码是代表的。代表用手机投，不领纸票。' },
  slips_used_up: { status: 409, title: '这个站的票发完了，请再印一本。' },
  station_not_in_vote: { status: 409, title: '这个站不在这次评议里。' },
});

declare module '../kernel/problems' {
  interface Problems extends Votings {}
}
type Votings = typeof problems;
