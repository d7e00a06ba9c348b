import { wordList } from './grammar-words.js';

/** One-word conditions and diseases. Scope: general practice and hospital care in the UK and Ireland. */
export const CONDITION_WORDS = wordList(`
abscess acne acromegaly adenomyosis adhd agoraphobia aids alcoholism alcoholic alopecia alzheimers alzheimer amenorrhoea amyloidosis anaemia
anaemic aneurysm angina angioedema anorexia anorexic anaphylaxis anxiety aphasia apnoea appendicitis arrhythmia arteritis
arthritis arthritic arthrosis asbestosis ascites asthma asthmatic astigmatism ataxia atherosclerosis autism autistic
bacteraemia balanitis bipolar blepharitis boil bpd brca bronchiectasis bronchiolitis bronchitis bulimia bulimic bunion bunions
bursitis cancer cancerous candidiasis carcinoma cardiomyopathy cataract cataracts cavity caries cellulitis chalazion
chickenpox chlamydia cholangitis cholecystitis cholesteatoma chlamydial cirrhosis claudication clot coeliac colitis
conjunctivitis concussion contracture copd corn covid crohns crohn croup cyst cystitis cysts dcis deafness dementia
demyelination depression depressive dermatitis diabetes diabetic diverticulitis diverticulosis dvt dyscalculia
dysentery dyslexia dysmenorrhoea dyspepsia dysphagia dysplasia dyspraxia dystonia dystrophy ectropion eczema emphysema
encephalitis endocarditis endometriosis endometritis entropion epididymitis epiglottitis epilepsy epileptic
erysipelas fibroid fibroids fibromyalgia fibrosis fissure fistula floaters flu fracture fractured fractures ganglion
gangrene gastritis gastroenteritis gerd gord gingivitis glaucoma glioma goitre gonorrhoea gout gynaecomastia haemangioma
haematoma haemochromatosis haemophilia haemorrhage haemorrhoids haemorrhoid piles halitosis hepatitis hernia hernias herpes
hidradenitis hiv hives hydrocele hydrocephalus hyperemesis hyperglycaemia hyperhidrosis hyperlipidaemia hypertension
hyperthyroidism hypoglycaemia hypospadias hypotension hypothermia hypothyroidism ibs ibd impetigo impotence
infarction infertility infertile insomnia insomniac ischaemia jaundice keloid keloids keratitis keratoconus ketoacidosis
kyphosis labyrinthitis laryngitis legionella leukaemia lipoma listeria lupus lymphoedema lymphoma malaria malignancy malnutrition
mastitis mastoiditis measles melanoma melasma menieres meningioma meningitis menopause menopausal menorrhagia
mesothelioma metastases metastasis metastatic migraine migraines miscarriage miscarried molluscum mumps myalgia
myasthenia myelitis myeloma myocarditis myopia narcolepsy necrosis nephritis neuralgia neuropathy neutropenia norovirus
obesity obese ocd oedema oesophagitis oligohydramnios oncology orchitis osteoarthritis osteomyelitis osteopenia osteoporosis
otitis palpitations palsy pancreatitis paralysis paranoia paranoid paraplegia parkinsons parkinson pcos pericarditis
periodontitis pericoronitis peritonitis pertussis pharyngitis phimosis placenta pleurisy pneumonia pneumothorax
polycythaemia polymyalgia polyp polyps porphyria preeclampsia eclampsia prediabetes presbyopia prolapse prostatitis
psoriasis psoriatic psychosis psychotic pterygium ptsd pulpitis quinsy rabies reflux retinopathy rhinitis ringworm rosacea
rubella salmonella sarcoidosis sarcoma scabies schizophrenia schizophrenic schizoaffective sciatica scleroderma scoliosis
seizure seizures sepsis septic septicaemia shingles sinusitis spondylitis squint stenosis stillbirth stillborn stroke
stye syphilis tachycardia tendinitis tendonitis tendinopathy tetanus thalassaemia thrombocytopenia thrombosis thrush
thyrotoxicosis tia tics tinnitus tonsillitis torticollis tourettes toxoplasmosis trichomonas tuberculosis tumour tumours
typhoid ulcer ulcers urticaria uti uveitis vaginismus vaginitis varicocele varicose vasculitis verruca vertigo vitiligo
vulvodynia warts whiplash whooping gallstones gallstone overdose overdosed self-harm addiction addicted addict
dependency hypochondriac hypochondria munchausen autoimmune dysmorphia dysphoria phobia osteomalacia hyponatraemia
hypokalaemia hyperkalaemia preterm premature breech ectopic nystagmus amblyopia strabismus blindness bruxism plagiocephaly
rickets scurvy blister blisters lesion lesions mole moles cold-sore bulge perforation perforated embolism ischaemic obese
overweight underweight smoker pregnant pregnancy disability disabled incontinent incontinence constipated immunosuppressed`);

/** Conditions of several words, one per line. */
export const CONDITION_PHRASES = `
heart attack|heart failure|heart disease|heart murmur|atrial fibrillation|heart block|angina attack|high blood pressure|low blood pressure|high cholesterol
blood clot|pulmonary embolism|deep vein thrombosis|varicose veins|peripheral vascular disease|aortic aneurysm|coronary artery disease|mitral valve|cardiac arrest
type 1 diabetes|type 2 diabetes|gestational diabetes|pre eclampsia|pre diabetes|diabetic ketoacidosis|thyroid disease|overactive thyroid|underactive thyroid|addisons disease|cushings
kidney disease|kidney failure|kidney stone|kidney stones|renal failure|renal impairment|liver disease|liver failure|fatty liver|gall stones|gum disease|tooth decay|tooth abscess|dry socket|wisdom tooth|wisdom teeth|cracked tooth|root fracture|bone loss
irritable bowel|bowel cancer|breast cancer|lung cancer|skin cancer|prostate cancer|cervical cancer|ovarian cancer|testicular cancer|brain tumour|basal cell|squamous cell|bowel obstruction|hiatus hernia|coeliac disease|crohns disease|ulcerative colitis|stomach ulcer|anal fissure|food poisoning|food intolerance
chest infection|urine infection|urinary tract infection|kidney infection|wound infection|ear infection|eye infection|throat infection|sexually transmitted infection|yeast infection|glandular fever|scarlet fever|hay fever|lyme disease|strep throat|hepatitis b|hepatitis c|bacterial vaginosis|genital warts|genital herpes|pelvic inflammatory disease
multiple sclerosis|motor neurone disease|parkinsons disease|alzheimers disease|cerebral palsy|muscular dystrophy|trigeminal neuralgia|bells palsy|head injury|brain injury|brain haemorrhage|mini stroke|restless legs|carpal tunnel|chronic fatigue|chronic pain|long covid|complex regional pain syndrome|functional neurological disorder|learning disability|learning difficulties|downs syndrome|down syndrome
rheumatoid arthritis|psoriatic arthritis|slipped disc|back injury|frozen shoulder|tennis elbow|torn ligament|torn cartilage|torn meniscus|broken hip|broken leg|broken arm|broken wrist|broken ankle|hip dysplasia|club foot|cleft lip|cleft palate|plantar fasciitis|trigger finger|cauda equina|spinal stenosis
bipolar disorder|personality disorder|borderline personality|eating disorder|anxiety disorder|panic attack|panic attacks|panic disorder|obsessive compulsive|post traumatic stress|postnatal depression|post natal depression|puerperal psychosis|alcohol dependence|alcohol problem|drinking problem|drug problem|drug addiction|drug misuse|substance misuse|alcohol misuse|self harm|self harmed|self harming|suicidal thoughts|suicide attempt|mental illness|mental breakdown|nervous breakdown|body dysmorphic disorder|body dysmorphia|gender dysphoria|health anxiety|attention deficit|gambling problem|conversion disorder|somatic symptom
sleep apnoea|whooping cough|collapsed lung|peanut allergy|nut allergy|latex allergy|penicillin allergy|milk allergy|egg allergy|drug allergy|allergic reaction|anaphylactic shock|hearing loss|hearing impairment|macular degeneration|retinal detachment|detached retina|dry eye|dry eyes|lazy eye|glue ear|perforated eardrum|deviated septum|nasal polyps|burst appendix|ruptured appendix|perforated appendix
erectile dysfunction|premature ejaculation|low sperm count|polycystic ovaries|ovarian cyst|ovarian cysts|heavy periods|ectopic pregnancy|placenta praevia|gestational diabetes|premature labour|missed miscarriage|fetal distress|shoulder dystocia|cord prolapse|perineal tear|vaginal prolapse|postpartum haemorrhage
pressure sore|pressure ulcer|bed sore|leg ulcer|foot ulcer|ingrown toenail|ingrowing toenail|athletes foot|cold sore|cold sores|skin condition|skin tag|skin infection|capsular contracture|nerve damage|scar tissue|keloid scarring|end of life|terminal illness|terminally ill|special needs|developmental delay|failure to thrive|febrile convulsion|high temperature
`;
