export {
  BREAK_GLASS_VERDICTS,
  breakGlassHindrance,
  type BreakGlassVerdict,
  type BrokenGlass,
  type Emergency,
  reviewRefusal,
} from './break-glass.js';
export { BreakGlassReviews, type BreakGlassReview } from './break-glass-reviews.service.js';
export type { BrokenGlassRow, ToldBrokenGlass } from './break-glass.repository.js';
export { BreakGlassService } from './break-glass.service.js';
