import { wordList } from './grammar-words.js';

/** One-word symptoms and signs. */
export const SYMPTOM_WORDS = wordList(`
bleeding bruising rash itch itching itchy swelling swollen lump lumps nausea vomiting vomit diarrhoea constipation fever feverish
cough coughing wheeze wheezing wheezy breathless breathlessness dizziness dizzy faint fainting fainted headache headaches
backache toothache earache stomachache cramps cramping spasm spasms numbness tingling tremor tremors weakness fatigue
drowsy drowsiness discharge pus oozing weeping inflamed inflammation infected infection redness soreness stiffness tenderness
blackout blackouts convulsion convulsions limp limping bloating heartburn indigestion hoarseness snoring sputum phlegm
lethargy lethargic jaundiced dehydrated dehydration delirium delirious hallucinations hallucinating delusions delusional
unconscious unresponsive seizure fits fitting collapse collapsed concussed scarring scarred deformity haemorrhaging
contractions haemorrhaged burping flare flares`);

export const SYMPTOM_PHRASES = `
chest pain|chest pains|back pain|abdominal pain|stomach pain|stomach pains|tummy pain|pelvic pain|knee pain|hip pain|shoulder pain|neck pain|joint pain|period pain|jaw pain|tooth pain|eye pain|pain in the|pain in your|pains in your|shortness of breath|short of breath|breathing difficulties|breathing difficulty|difficulty breathing|trouble breathing
blurred vision|double vision|loss of vision|vision loss|loss of sight|weight loss|weight gain|hair loss|loss of appetite|loss of hearing|sore throat|runny nose|blocked nose|nose bleed|nosebleeds|high temperature|swollen glands|swollen ankles|swollen hands|swollen joints|side effect|side effects|adverse reaction|blood in your|night sweats|hot flushes|mood swings|low mood|memory loss|trouble sleeping|poor circulation|pins and needles
blood loss|lost blood|burst stitches|stitches burst|stitches came|stitches opened|wound opened|wound broke|wound healed|wound healing|low oxygen|raised temperature|waters broke|waters had broken|reduced movements|bleeding gums|loose tooth|loose teeth
`;
