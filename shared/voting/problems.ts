import { declareProblems } from '../kernel/problems';

const problems = declareProblems({
  poll_not_open: { status: 409, title: '这次评议还没开始，或者已经停了。' },
  poll_closed: { status: 409, title: '晚了一步，票箱已经关了，这次没有投进去。' },
  pass_bad: { status: 409, title: '这张票认不出来，请退出来，再进去投一次。' },
  not_on_roll: { status: 403, title: '名册上没有您，这次投不了。' },
  not_asked: { status: 409, title: '有的答案不是问您的，请退出来，再进去投一次。' },
  ballot_newer: { status: 409, title: '您在别处改过这张票，请退出来看一遍再投。' },
  poll_key_lost: { status: 503, title: '票箱的钥匙找不到了，现在不能投。投过的票还在，请打电话给人大。' },
});

declare module '../kernel/problems' {
  interface Problems extends Votings {}
}
type Votings = typeof problems;
