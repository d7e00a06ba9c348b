export * from './referral.js';
export { ReferralsModule } from './referrals.module.js';
export { ReferralsService } from './referrals.service.js';
export * from './worksheets/index.js';
