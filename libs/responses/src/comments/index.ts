export {
  type CommentOnWords,
  MOST_COMMENTS,
  placeOf,
  type ReturnComment,
} from './return-comment.js';
export { type ToldComment, toldComments } from './told-comment.js';
export { ReturnComments } from './return-comments.service.js';
