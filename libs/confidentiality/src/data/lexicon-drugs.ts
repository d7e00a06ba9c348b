import { wordList } from './grammar-words.js';

/** Medicines by generic name, common brand and class. */
export const DRUG_WORDS = wordList(`
abilify aciclovir acyclovir adalimumab adcal adderall adrenaline alendronate alendronic alfuzosin allopurinol alprazolam amiodarone amitriptyline
amlodipine amoxicillin amphetamine anastrozole antabuse acamprosate antibiotic antibiotics anticoagulant anticoagulants
antidepressant antidepressants antihistamine antihistamines antipsychotic antipsychotics antivirals antivenom apixaban
aripiprazole aspirin atenolol atomoxetine atorvastatin atripla augmentin azathioprine azithromycin baclofen beclometasone
bendroflumethiazide benzodiazepine benzodiazepines benzylpenicillin betahistine betamethasone bimatoprost bisoprolol botox botulinum
brimonidine budesonide bumetanide buprenorphine bupropion buscopan calcipotriol canagliflozin candesartan carbamazepine
carbimazole carbocisteine carvedilol cefalexin cefuroxime celecoxib cerazette cetirizine champix chloramphenicol
chlordiazepoxide chlorphenamine ciclosporin cialis ciprofloxacin cisplatin citalopram clarithromycin clexane clindamycin clobetasol
clomifene clomipramine clonazepam clonidine clopidogrel clotrimazole clozapine cocodamol codeine colchicine concerta contraceptive
contraception cortisone corticosteroid corticosteroids creon cyclizine cyclosporine dabigatran dapagliflozin depakote depo
dexamethasone dexamfetamine diamorphine diazepam diclofenac digoxin dihydrocodeine diltiazem dipyridamole donepezil dorzolamide
dosulepin doxazosin doxycycline duloxetine dupilumab dutasteride edoxaban efudix elvanse empagliflozin enalapril enoxaparin epilim epipen
epidural eplerenone erythromycin escitalopram esomeprazole estradiol etanercept etonogestrel etoricoxib exenatide ezetimibe
famotidine felodipine fentanyl ferrous fexofenadine finasteride flucloxacillin fluconazole fluoxetine fluticasone folic
fostair fragmin frusemide furosemide fluorouracil fluvoxamine fusidic gabapentin gaviscon gentamicin glargine gliclazide
glimepiride glucophage gtn haloperidol heparin heroin hrt humira hydrocortisone hydroxychloroquine hydroxyzine ibuprofen implanon imipramine
indapamide indomethacin infliximab insulin ipratropium irbesartan isosorbide isotretinoin roaccutane ivermectin ketamine ketoconazole
labetalol lactulose lamotrigine lansoprazole latanoprost laxative laxatives letrozole levetiracetam levodopa levonorgestrel
levothyroxine lidocaine linagliptin lisdexamfetamine lisinopril lithium loperamide loratadine lorazepam losartan lymecycline macrogol
medroxyprogesterone melatonin meloxicam memantine mesalazine metformin methadone methotrexate methylphenidate metoclopramide
metoprolol metronidazole microgynon midazolam mifepristone minocycline minoxidil mirabegron mirena mirtazapine misoprostol modafinil mometasone
montelukast morphine mounjaro movicol moxonidine mycophenolate naloxone naltrexone naproxen nebuliser nexplanon nicorandil nicotine nifedipine
nitrazepam nitrofurantoin norethisterone nortriptyline nystatin oestrogen olanzapine omeprazole ondansetron opiate opiates opioid opioids
oramorph orlistat oxybutynin oxycodone oxycontin oxytocin ozempic wegovy painkiller painkillers pantoprazole paracetamol paroxetine
penicillin peppermint perindopril pethidine phenobarbital phenytoin pioglitazone pravastatin prednisolone prednisone pregabalin prep
prescription priadel prochlorperazine procyclidine progesterone promethazine propofol propranolol prostap prozac pyridostigmine quetiapine
quinine rabeprazole raloxifene ramipril ranibizumab ranitidine risedronate risperidone ritalin rituximab rivaroxaban
rizatriptan ropinirole rosuvastatin sacubitril salbutamol saxenda salmeterol semaglutide senna seretide seroquel sertraline sildenafil
simvastatin sitagliptin solifenacin sotalol spironolactone statin statins steroid steroids sulfasalazine sumatriptan
suboxone subutex symbicort synacthen syntocinon tacrolimus tadalafil tamoxifen tamsulosin tegretol temazepam terbinafine testosterone
tetracycline thyroxine ticagrelor timolol tinzaparin tiotropium tirzepatide tolterodine topiramate tramadol tranexamic tranquilliser
tranquillisers trazodone trimethoprim triptan truvada valaciclovir valium valproate vancomycin vardenafil varenicline venlafaxine ventolin verapamil
viagra vortioxetine warfarin xanax zapain zolpidem zopiclone zoladex antiretrovirals pessary sertralin filler fillers eyedrops inhaler inhalers cannabis cocaine ssri ssris`);

export const DRUG_PHRASES = `
beta blocker|beta blockers|blood thinner|blood thinners|sleeping tablet|sleeping tablets|sleeping pill|sleeping pills|blood pressure tablets|water tablets|iron tablets|folic acid|steroid cream|steroid injection|eye drops|ear drops|nasal spray|morning after pill|contraceptive pill|the pill|the coil|pain relief|pain killers|local anaesthetic|general anaesthetic|gas and air|hormone replacement|chemotherapy drugs|immune suppressants|anti depressants|anti psychotics|repeat prescription|controlled drug|controlled drugs|iron infusion|flu jab|mood stabiliser|mood stabilisers|depot injection|nicotine patches|emergency contraception
`;
