import { accountDelegateExpired } from "./accounts/delegate-expired.ts";
import { accountDevice } from "./accounts/device.ts";
import { accountHours } from "./accounts/hours.ts";
import { accountPurpose } from "./accounts/purpose.ts";
import { accountSuspended } from "./accounts/suspended.ts";
import { accountUnknown } from "./accounts/unknown.ts";
import { accountUnregistered } from "./accounts/unregistered.ts";
import { civicElection } from "./civic/election.ts";
import { civicOfficialView } from "./civic/official-view.ts";
import { civicPrivateGain } from "./civic/private-gain.ts";
import { civicUndecided } from "./civic/undecided.ts";
import { toneAbsolute } from "./conduct/absolute.ts";
import { toneApologyVague } from "./conduct/apology-vague.ts";
import { toneDiscrimination } from "./conduct/discrimination.ts";
import { toneGender } from "./conduct/gender.ts";
import { toneIllegal } from "./conduct/illegal.ts";
import { toneInsult } from "./conduct/insult.ts";
import { toneObscene } from "./conduct/obscene.ts";
import { toneOpinion } from "./conduct/opinion.ts";
import { toneOutdatedTerm } from "./conduct/outdated-term.ts";
import { toneRetort } from "./conduct/retort.ts";
import { toneRumor } from "./conduct/rumor.ts";
import { dateEra } from "./dates/era.ts";
import { dateHoliday } from "./dates/holiday.ts";
import { dateImpossible } from "./dates/impossible.ts";
import { dateNoon } from "./dates/noon.ts";
import { datePast } from "./dates/past.ts";
import { dateRelative } from "./dates/relative.ts";
import { dateWeekday } from "./dates/weekday.ts";
import { dateYearMissing } from "./dates/year-missing.ts";
import { factAlertSlots } from "./facts/alert-slots.ts";
import { factAlertTerm } from "./facts/alert-term.ts";
import { factContactMissing } from "./facts/contact-missing.ts";
import { factDoubled } from "./facts/doubled.ts";
import { factPhoneInvalid } from "./facts/phone-invalid.ts";
import { factPhoneTypo } from "./facts/phone-typo.ts";
import { factPlaceholder } from "./facts/placeholder.ts";
import { factTestPost } from "./facts/test-post.ts";
import { linkBrandShort } from "./links/brand-short.ts";
import { linkInsecure } from "./links/insecure.ts";
import { linkInternal } from "./links/internal.ts";
import { linkLookalike } from "./links/lookalike.ts";
import { linkMalformed } from "./links/malformed.ts";
import { linkMissing } from "./links/missing.ts";
import { linkPublicBody } from "./links/public-body.ts";
import { linkRetired } from "./links/retired.ts";
import { linkShortener } from "./links/shortener.ts";
import { linkThirdParty } from "./links/third-party.ts";
import { linkTracking } from "./links/tracking.ts";
import { linkWrapped } from "./links/wrapped.ts";
import { piiAddress } from "./personal/address.ts";
import { piiBankAccount } from "./personal/bank-account.ts";
import { piiBirthdate } from "./personal/birthdate.ts";
import { piiCard } from "./personal/card.ts";
import { piiEmail } from "./personal/email.ts";
import { piiMobile } from "./personal/mobile.ts";
import { piiMyNumber } from "./personal/my-number.ts";
import { piiPerson } from "./personal/person.ts";
import { piiPlate } from "./personal/plate.ts";
import { piiSensitive } from "./personal/sensitive.ts";
import { readAltText } from "./readable/alt-text.ts";
import { readCharacters } from "./readable/characters.ts";
import { readDecoration } from "./readable/decoration.ts";
import { readEmoji } from "./readable/emoji.ts";
import { readHashtag } from "./readable/hashtag.ts";
import { readLength } from "./readable/length.ts";
import { readSentence } from "./readable/sentence.ts";
import { rightsCopy } from "./rights/copy.ts";
import { rightsMedia } from "./rights/media.ts";
import type { Rule } from "./rule.ts";
import { secretCredential } from "./secrets/credential.ts";
import { secretInternal } from "./secrets/internal.ts";
import { secretSecurity } from "./secrets/security.ts";
import { secretTerm } from "./secrets/term.ts";
import { shareMention } from "./shares/mention.ts";
import { shareQuote } from "./shares/quote.ts";
import { shareRepost } from "./shares/repost.ts";

/** Every rule, in the catalogue's order. A new rule is a new file and its line here; a test misses it otherwise. */
export const rules: readonly Rule[] = [
  linkShortener,
  linkBrandShort,
  linkWrapped,
  linkThirdParty,
  linkPublicBody,
  linkRetired,
  linkLookalike,
  linkMalformed,
  linkInsecure,
  linkInternal,
  linkTracking,
  linkMissing,
  dateWeekday,
  dateImpossible,
  dateEra,
  datePast,
  dateRelative,
  dateNoon,
  dateHoliday,
  dateYearMissing,
  factPlaceholder,
  factTestPost,
  factPhoneTypo,
  factPhoneInvalid,
  factContactMissing,
  factAlertTerm,
  factAlertSlots,
  factDoubled,
  piiMyNumber,
  piiCard,
  piiBankAccount,
  piiMobile,
  piiEmail,
  piiAddress,
  piiPerson,
  piiSensitive,
  piiBirthdate,
  piiPlate,
  secretCredential,
  secretInternal,
  secretSecurity,
  secretTerm,
  toneInsult,
  toneDiscrimination,
  toneOutdatedTerm,
  toneGender,
  toneObscene,
  toneIllegal,
  toneOpinion,
  toneRumor,
  toneAbsolute,
  toneRetort,
  toneApologyVague,
  rightsCopy,
  rightsMedia,
  civicUndecided,
  civicOfficialView,
  civicElection,
  civicPrivateGain,
  accountUnregistered,
  accountUnknown,
  accountSuspended,
  accountDelegateExpired,
  accountPurpose,
  accountDevice,
  accountHours,
  shareQuote,
  shareRepost,
  shareMention,
  readAltText,
  readHashtag,
  readEmoji,
  readDecoration,
  readCharacters,
  readSentence,
  readLength,
];
