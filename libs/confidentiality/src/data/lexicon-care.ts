import { wordList } from './grammar-words.js';

/** One-word investigations. */
export const TEST_WORDS = wordList(`
biopsy biopsies xray xrays x-ray mri ct ultrasound scan scans ecg ekg eeg echo echocardiogram angiogram colonoscopy endoscopy gastroscopy
sigmoidoscopy cystoscopy hysteroscopy colposcopy laparoscopy bronchoscopy mammogram mammography smear swab swabs bloods
haemoglobin ferritin hba1c cholesterol creatinine egfr psa tsh inr crp esr troponin amylase bilirubin potassium sodium glucose urea
platelets lymphocytes spirometry audiogram urinalysis amniocentesis dexa bmi temperature saturations sats bp oximetry tonometry
optometry refraction histology cytology pathology radiograph radiographs bitewing opg ketones meconium apgar fundoscopy biometry`);

export const TEST_PHRASES = `
blood test|blood tests|blood results|blood pressure|blood sugar|blood sugars|blood count|blood glucose|blood monitoring|blood group|urine test|urine sample|stool sample|sperm test|pregnancy test|hiv test|sti test|sti screen|drug test|drug screen|liver function|kidney function|thyroid function|lung function|peak flow|oxygen level|oxygen levels|oxygen saturation|heart rate|heart trace|pulse rate|resting pulse|ct scan|mri scan|x ray|x rays|bone scan|bone density|cervical smear|smear test|smear result|eye test|sight test|hearing test|eye pressure|eye pressures|intraocular pressure|pressure in your|visual field|visual fields|allergy test|patch test|patch testing|genetic test|genetic testing|test result|test results|scan result|scan results|swab result|swab results|tested positive|tested negative|came back negative|came back positive|came back clear|came back normal|lumbar puncture|nerve conduction|stress test|observations were|vital signs|vision score|sleep study|mental capacity|capacity assessment|risk assessment|mental state examination|alcohol level|alcohol levels|breath test|viral load
`;

/** One-word procedures and treatments. */
export const PROCEDURE_WORDS = wordList(`
abdominoplasty ablation abortion adenoidectomy amputation amputated anaesthetic anaesthesia anaesthetised angioplasty aplasty appendectomy
appendicectomy appendix arthrodesis arthroplasty arthroscopy augmentation blepharoplasty brachytherapy braces bridgework bypass caesarean cardioversion
catheter catheterisation cautery cryotherapy chemotherapy chemo cholecystectomy circumcision circumcised colectomy colostomy
craniotomy crown crowns curettage debridement defibrillator denture dentures dialysis discectomy drain ect episiotomy
excision excised extraction extractions facelift fasciotomy filling fillings fixation forceps fusion gastrectomy gastroplasty graft grafts
haemodialysis hemicolectomy hemorrhoidectomy herniorrhaphy hypnotherapy hysterectomy ileostomy implant implants incision
incisions induction induced inpatient intubation iol ivf iui keyhole labiaplasty laminectomy laparotomy laser lasik ligation
liposuction lithotripsy lobectomy lumpectomy mastectomy meniscectomy microdiscectomy myomectomy nephrectomy oophorectomy
operation operations orchidectomy osteotomy pacemaker peel pessaries phacoemulsification physio physiotherapy plaster polypectomy
prostatectomy prosthesis psychotherapy radiotherapy rehab reconstruction resection resuscitation rhinoplasty salpingectomy
sclerotherapy sectioned septoplasty spacer splenectomy stent stents sterilisation stitches sutures stoma surgery surgeries tattooing
termination thoracotomy thrombectomy thrombolysis thyroidectomy tonsillectomy tonsils tourniquet tracheostomy traction transfusion transplant
trabeculectomy tubectomy turp vaccination vaccine jab valve vasectomy veneer veneers ventilator ventouse vitrectomy whitening lip-filler
drip cannula dressing dressings epidural sedation ventilated detox cbt counselling rehabilitation pinning plating piercing reversal`);

export const PROCEDURE_PHRASES = `
root canal|root canals|deep clean|scale and polish|hip replacement|knee replacement|joint replacement|shoulder replacement|valve replacement|nose job|boob job|tummy tuck|breast implant|breast implants|breast augmentation|breast reduction|breast reconstruction|hair transplant|chemical peel|dermal filler|dermal fillers|lip filler|brow lift|eye lift|gastric band|gastric sleeve|gastric bypass|weight loss surgery|cosmetic surgery|heart bypass|heart surgery|brain surgery|spinal surgery|back surgery|knee surgery|hip surgery|eye surgery|cataract surgery|laser surgery|laser eye|bowel surgery|bowel prep|open heart|keyhole surgery|emergency surgery|emergency section|emergency caesarean|elective caesarean|caesarean section|c section|water birth|home birth|vaginal birth|vaginal delivery|forceps delivery|breech delivery|instrumental delivery|egg collection|embryo transfer|fertility treatment|skin graft|bone graft|bone marrow|kidney transplant|liver transplant|stem cell|blood transfusion|plaster cast|stitches out|stitches removed|removal of|lens replacement|intraocular lens|joint injection|nerve block|spinal block|occupational therapy|speech therapy|talking therapy|talking therapies|intensive care|intensive care unit|life support|end of life care|palliative care|hospice care|crisis team|home treatment team|mental health act|detained under|section 2|section 3|care plan|treatment plan|care package|discharge summary|discharge letter|do not resuscitate|dnacpr|termination of pregnancy|medical abortion|drug treatment|alcohol treatment|detox programme|physical restraint|rapid tranquillisation|methadone programme|needle exchange|revision surgery|wound care|dressing change|temporary crown|temporary filling|dental implant|tooth extraction|teeth whitening|teeth out|tooth out|tooth removed|teeth removed
`;

/** Mental state, as a remark about a person. */
export const MENTAL_STATE_WORDS = wordList(`
agitated anxious tearful hysterical confused disorientated disoriented suicidal psychotic manic paranoid delusional depressed intoxicated
drunk inebriated sober withdrawn catatonic unstable incoherent irrational neurotic distressed panicking hyperventilating
mentally emotional overwrought unwell frail delirious demented vulnerable drugged stoned high medicated sedated hungover`);
