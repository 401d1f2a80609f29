/** `白石镇代表联络站` in a narrow row is 白石镇. */
export const shortPlace = (name: string): string => name.replace(/(人大)?代表联络站.*$|联络站.*$/, '') || name;
