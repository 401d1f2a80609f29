import { html } from 'hono/html';
import type { HtmlPage } from '../platform/html-document';

/** What somebody sees who scanned a computer's sign-in code with something else than WeChat. It asks nobody whether the code is one. */
export async function qrSignInPage(): Promise<HtmlPage> {
  return {
    status: 200,
    title: '请用微信扫这个码',
    body: html`<h1>请用微信扫这个码</h1>
<p>这是电脑上登录工作台用的码，只给联络站和人大的工作人员用。</p>
<ol>
<li>打开微信。</li>
<li>点右上角的“＋”，再点“扫一扫”。</li>
<li>对准电脑上的那个码。</li>
</ol>`,
  };
}
