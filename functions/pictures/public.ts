/** What other contexts may do with pictures: a mechanism, which knows what one belongs to by its id alone. */
export { beginPicture } from './begin-picture';
export { decideOnPicture, decisionsOn, type StepOf } from './decide-on-picture';
export { keepPicture } from './keep-picture';
export { closeLinksOf, writeAndMove } from './move-pictures';
export { attachPictures, shown as shownPicture, storedPhoto } from './pictures';
export { type PictureOf, selectPicture, selectPicturesOf, updateCheck as updatePictureCheck } from './queries';
export { replacePictures } from './replace-pictures';
