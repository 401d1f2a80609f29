/** WeChat wants this component for a tab bar of one's own. Ours is `ui/TabBar`, inside each page, where it has the page's theme and size. */
export default function CustomTabBar() {
  return null;
}
