// The phrases of clutter_words.h, as lists with '|' between them, in folded form. Kept apart so that they
// read as lists.
#pragma once

#include <string_view>

namespace hearsay {

// The whole line, but for marks at its ends and a count.
inline constexpr std::string_view kControls =
    "share|share this|share this article|share this story|share this news|share this post|"
    "share this page|share to|share on|share via|share article|share story|share with|tweet|tweet this|"
    "email|e-mail|email this|email article|email story|print|print this|print article|print version|"
    "print page|pdf|copy link|copy|link copied|copied|save|save article|bookmark|bookmarks|like|likes|"
    "dislike|comment|reply|report|follow|follow us|following|unfollow|subscribe|subscribe now|"
    "subscribed|unsubscribe|sign up|sign in|sign out|log in|login|log out|logout|register|"
    "log in or register|login or register|my account|account|profile|settings|menu|search|close|open|"
    "home|back|next|previous|prev|more|show more|load more|view more|see more|see all|view all|"
    "show all|show less|expand|collapse|continue reading|keep reading|read full article|"
    "skip to content|skip to main content|skip to navigation|skip navigation|skip ad|skip|"
    "jump to content|back to top|to top|go to top|scroll to top|toggle navigation|toggle menu|"
    "main menu|advertisement|advertisements|advertising|advertise|ad|ads|sponsored|sponsored content|"
    "promoted|story continues below advertisement|article continues after this advertisement|"
    "advertisement - scroll to continue|loading|loader|please wait|play|pause|play video|watch|"
    "watch now|watch live|listen|listen live|listen to this article|mute|unmute|fullscreen|replay|"
    "embed|download|accept|accept all|accept cookies|agree|reject all|manage choices|manage cookies|"
    "cookie settings|got it|ok|cancel|submit|send|send to a friend|enter your email|your email|"
    "email address|donate|support us|contact|contact us|about|about us|privacy|terms|help|faq|rss|live|"
    "breaking|breaking news|new|updated|published|posted|views|facebook|twitter|x|whatsapp|telegram|"
    "linkedin|pinterest|reddit|instagram|youtube|google plus|livejournal|vk|viber|messenger|tumblr|"
    "flipboard|pocket|bluesky|threads|mastodon|tags|topics|category|categories|sections|filed under|"
    "text size|font size|chats|chat|source|photo|photos|video|videos|audio|gallery|image|images|"
    "picture|pictures|caption|view comments|hide caption|toggle caption|enlarge this image|"
    "click to enlarge|transcript|local|world|news|sport|sports|business|weather|opinion|politics|"
    "lifestyle|entertainment|technology|health|science|culture|travel|magazine|international|national|"
    "region|regions|economy|video player|image source|getty images|teilen|drucken|kommentare|"
    "kommentieren|anmelden|registrieren|abonnieren|anzeige|werbung|suche|schliessen|mehr|weiterlesen|"
    "merken|startseite|zum inhalt springen|partager|imprimer|commenter|s'abonner|se connecter|"
    "s'inscrire|publicite|fermer|rechercher|accueil|lire la suite|compartir|imprimir|comentar|"
    "suscribete|iniciar sesion|registrarse|publicidad|cerrar|buscar|inicio|leer mas|compartilhar|"
    "partilhar|assinar|entrar|publicidade|condividi|stampa|abbonati|accedi|pubblicita|delen|afdrukken|"
    "inloggen|advertentie|dela|del|annons|udostepnij|drukuj|reklama|zaloguj sie|поделиться|печать|"
    "войти|подписаться|реклама|поиск|меню|комментарии";

inline constexpr std::string_view kControlBeginnings =
    "share to |share on |share via |share this |click to share|click to print|click to email|"
    "click here |tweet this|follow us |follow @|subscribe to |sign up for |sign in to |log in to |"
    "login to |download the |download our |get the app|open in |opens in |skip to |back to |go to the |"
    "add to |send to |join us on |like us on |find us on |watch live|listen to |add as preferred|"
    "auf facebook teilen|partager sur |compartir en |compartilhar no |condividi su |поделиться в ";

inline constexpr std::string_view kListLabels =
    "related|related stories|related story|related articles|related article|related news|"
    "related content|related topics|related posts|related coverage|related links|related video|"
    "related videos|read more|read next|read also|also read|see also|see more|more on this|"
    "more on this story|more on this topic|more stories|more news|more like this|more top stories|"
    "more to explore|more for you|more coverage|up next|next article|next story|previous article|"
    "don't miss|you may also like|you might also like|you may have missed|you might like|recommended|"
    "recommended for you|recommended stories|recommended reading|suggested|suggested reading|most read|"
    "most popular|most viewed|most shared|most commented|popular|popular now|popular stories|"
    "popular posts|popular on|trending|trending now|trending stories|latest|latest news|latest stories|"
    "latest articles|latest posts|latest headlines|the latest|recent|recent posts|recent news|"
    "recent stories|top stories|top news|top headlines|other news|other stories|in other news|"
    "also in the news|in this section|news feed|newsfeed|newsletter|newsletters|podcast|podcasts|"
    "from the web|around the web|from our partners|promoted stories|sponsored stories|editor's picks|"
    "editors' picks|editor's choice|our picks|in pictures|photo of the day|on the same topic|"
    "on this topic|about the author|about the authors|author|more from|explore more|keep reading|"
    "what to read next|stay informed|stay connected|live updates|special reports|archives|archive|"
    "news of the day|contents|table of contents|in this article|key points|tags|poll|quiz|"
    "das konnte sie auch interessieren|mehr zum thema|lesen sie auch|auch interessant|meistgelesen|"
    "themen|weitere artikel|a lire aussi|lire aussi|sur le meme sujet|dans la meme rubrique|"
    "les plus lus|voir aussi|lea tambien|lee tambien|te puede interesar|tambien te puede interesar|"
    "noticias relacionadas|mas leidas|lo mas leido|leia tambem|leia mais|mais lidas|veja tambem|"
    "leggi anche|potrebbe interessarti|piu letti|lees ook|meer over|gerelateerd|las ocksa|les ogsa|"
    "czytaj tez|czytaj takze|zobacz takze|mohlo by vas zajimat|читайте также|по теме|популярное|"
    "читайте також|ilgili haberler|baca juga|berita terkait";

inline constexpr std::string_view kPointerBeginnings =
    "read also:|also read:|also read ||read more:|read more at|read more about|read more on|"
    "read more in|read:|read ||see also:|see more:|related:|related article|related story|related news|"
    "more:|watch:|watch ||watch more|listen:|click here|explore:|don't miss:|recommended:|more on this|"
    "more from |further reading:|in pictures:|in photos:|photos:|gallery:|quiz:|opinion ||analysis ||"
    "explainer ||lesen sie auch:|lesen sie auch|mehr zum thema:|auch interessant:|lire aussi|"
    "a lire aussi|a lire :|voir aussi|lea tambien|lee tambien|te puede interesar|leer tambien|"
    "leia tambem|leia mais|veja tambem|leggi anche|lees ook|czytaj tez|czytaj takze|zobacz tez|"
    "читайте также|читайте також|смотрите также|baca juga";

inline constexpr std::string_view kCommentLabels =
    "comments|comment|leave a comment|leave a reply|post a comment|add a comment|write a comment|"
    "add comment|join the discussion|join the conversation|to participate in the discussion|"
    "to join the discussion|discussion|reader comments|user comments|view all comments|show comments|"
    "comments are closed|no comments|no comments yet|be the first to comment|log in to comment|"
    "sign in to comment|log in to join the discussion|what do you think|have your say|responses|"
    "reactions|kommentare|leserkommentare|diskutieren sie mit|schreibe einen kommentar|commentaires|"
    "laisser un commentaire|reagir|comentarios|deja un comentario|comentarios cerrados|commenti|"
    "lascia un commento|reacties|komentarze|dodaj komentarz|комментарии|коментарі";

// By themselves a notice.
inline constexpr std::string_view kNotices =
    "all rights reserved|alle rechte vorbehalten|tous droits reserves|todos los derechos reservados|"
    "todos os direitos reservados|tutti i diritti riservati|все права защищены|we use cookies|"
    "uses cookies|use of cookies|cookie policy|store cookies|agree to cookies|privacy policy|"
    "privacy notice|terms of service|already a subscriber|become a subscriber|subscribers only|"
    "to your inbox|e-mail address will not|email address will not|please enter a valid|"
    "check your inbox|log in or register|login or register|to participate in the discussion|"
    "you must be logged in|please log in|leave a comment|comments are moderated|comment policy|"
    "community guidelines|download our app|download the app|get our app|on the app store|"
    "like us on facebook|join our whatsapp|join our telegram|our telegram channel|our whatsapp channel|"
    "our youtube channel|push notifications|ad blocker|adblock|enable javascript|"
    "javascript is disabled|opens in new window|opens in a new window|reprinting only|"
    "reproduction without|copyright ©|copyright (c)|© copyright|support our journalism|"
    "support independent journalism|found an error|report a typo|spotted a mistake|advertise with us|"
    "affiliate links|affiliate commission|we earn a commission|do not necessarily reflect|"
    "nos newsletters|nous utilisons des|verwendet cookies|utilizamos cookies|article continues after|"
    "story continues below|breaking news alerts|sign up for our|sign up to our|subscribe to our|"
    "for more newsletters|utilisons des cookies";

// A notice where the line also speaks to its reader.
inline constexpr std::string_view kNoticeHints =
    "terms of use|terms and conditions|terms & conditions|by signing up|by subscribing|by clicking|"
    "by continuing|by submitting|by using this|sign up|subscribe|to continue reading|become a member|"
    "newsletter|in your inbox|your email|unsubscribe|log in|create an account|join the conversation|"
    "join the discussion|google play|follow us|find us on|join us on|google news|notifications|"
    "your browser|powered by|republish|creative commons|donate|make a donation|please consider|"
    "see a mistake|have a tip|send us|contact us|write to us|get in touch|read our|click here|tap here|"
    "get the latest|news you need|live coverage|read us|pay us|our app|our standards|our newsletter|"
    "cookies|your privacy|get it free|read more from|latest news";

inline constexpr std::string_view kToTheReader =
    "you |your|our |us |us.|get the latest|click here|sign up|subscribe";

inline constexpr std::string_view kCaptionBeginnings =
    "file photo|file picture|file image|file -|file –|file —|file:|photo shows|photo taken|"
    "photo illustration|picture shows|image caption|photo caption|caption:|image:|picture:|photo:|"
    "illustration:|legende|bild:|foto:|a file photo|a photo shows|this photo|this file|this image|"
    "this picture|this handout|this combination|this screengrab|this video grab|this undated|"
    "this frame|a screengrab|a handout|screenshot|representational image|representative image|"
    "pictured:|(file|[file|fotografia:|imagen:|credits photo|archivo|фото:";

inline constexpr std::string_view kPictureWords =
    "photo|picture|image|photograph|file photo|handout|video|screenshot|frame grab";

inline constexpr std::string_view kCreditBeginnings =
    "© |(c) |©|photo by |photos by |photo credit|photograph by |photograph:|photo courtesy|picture by |"
    "image credit|image source|image by |image courtesy|credit:|credits:|courtesy of |photo / |photo/|"
    "foto: |foto:|photo: |bild: |bildquelle|getty images|source: |image: |picture: |via getty";

inline constexpr std::string_view kCreditEndings =
    "getty images|getty images)|handout|(handout)|file photo|[file]|(file)|via getty|shutterstock|"
    "shutterstock)|courtesy photo";

inline constexpr std::string_view kCreditsInside =
    "photo: |photo by |photo credit|image: |image credit|picture: |photograph: |credit: |foto: |(photo|"
    "[photo|(image|(picture|photo/|photo via |/getty|via getty|bild: |photo courtesy";

inline constexpr std::string_view kCorrections =
    "correction:|corrections:|correction -|correction –|correction —|clarification:|clarification -|"
    "(corrects|(clarifies|corrects |editor's note:|editors' note:|this article was amended|"
    "this article has been amended|this article was corrected|this article has been corrected|"
    "this article was updated to|this article has been updated to|this story was corrected|"
    "this story has been corrected|this story was updated to|this story has been updated to|"
    "this report has been corrected|an earlier version|a previous version|korrektur:|correction :|"
    "fe de errores";

}  // namespace hearsay
