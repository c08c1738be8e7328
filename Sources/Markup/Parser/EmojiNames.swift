/// The names that code hosts have for emoji (`:tada:`) where they are not Unicode's own in lower
/// case, as in `:rocket:`.
enum EmojiNames {
  static let table: [String: String] = {
    var table: [String: String] = [:]
    for entry in list.split(separator: "|") {
      let parts = entry.split(separator: " ")
      table[String(parts[0])] = String(parts[1])
    }
    return table
  }()

  private static let list = """
    +1 👍|-1 👎|100 💯|1234 🔢|1st_place_medal 🥇|2nd_place_medal 🥈|3rd_place_medal 🥉|a 🅰️|ab 🆎|abc 🔤|\
    abcd 🔡|accept 🉑|alien 👽|angel 👼|anger 💢|angry 😠|anguished 😧|apple 🍎|argentina 🇦🇷|\
    arrow_backward ◀️|arrow_double_down ⏬|arrow_double_up ⏫|arrow_down ⬇️|arrow_down_small 🔽|\
    arrow_forward ▶️|arrow_heading_down ⤵️|arrow_heading_up ⤴️|arrow_left ⬅️|arrow_lower_left ↙️|\
    arrow_lower_right ↘️|arrow_right ➡️|arrow_right_hook ↪️|arrow_up ⬆️|arrow_up_down ↕️|\
    arrow_up_small 🔼|arrow_upper_left ↖️|arrow_upper_right ↗️|arrows_clockwise 🔃|\
    arrows_counterclockwise 🔄|art 🎨|artificial_satellite 🛰️|artist 🧑‍🎨|astonished 😲|atm 🏧|\
    atom ⚛️|australia 🇦🇺|austria 🇦🇹|b 🅱️|back 🔙|balance_scale ⚖️|bangbang ‼️|bear 🐻|bee 🐝|beer 🍺|\
    beers 🍻|beetle 🐞|belgium 🇧🇪|bento 🍱|bike 🚲|biohazard ☣️|birthday 🎂|black_circle ⚫|\
    black_flag 🏴|blue_square 🟦|blush 😊|boat ⛵|book 📖|boom 💥|boot 👢|bow 🙇|bowtie 🤵|brazil 🇧🇷|\
    bulb 💡|bullettrain_side 🚄|cake 🍰|calendar 📆|calling 📲|camera_flash 📸|canada 🇨🇦|car 🚗|cat 🐱|\
    cat2 🐈|cd 💿|chart 💹|checkered_flag 🏁|city_sunset 🌆|clap 👏|clapper 🎬|cn 🇨🇳|cocktail 🍸|\
    coffee ☕|cold_sweat 😰|collision 💥|computer 💻|computer_mouse 🖱️|confounded 😖|confused 😕|\
    construction 🚧|construction_worker_man 👷‍♂️|cool 🆒|cop 👮|corn 🌽|couple 👫|cow 🐮|cow2 🐄|\
    cowboy_hat_face 🤠|cricket_game 🏏|crossed_fingers 🤞|cry 😢|cupid 💘|cursing_face 🤬|\
    czech_republic 🇨🇿|dagger 🗡️|dancers 👯|dart 🎯|dash 💨|date 📅|de 🇩🇪|denmark 🇩🇰|\
    derelict_house 🏚️|detective 🕵️|disappointed 😞|disappointed_relieved 😥|dna 🧬|do_not_litter 🚯|\
    dog 🐶|dog2 🐕|dollar 💵|dolls 🎎|dove 🕊️|e-mail 📧|earth_africa 🌍|earth_americas 🌎|earth_asia 🌏|\
    eight 8️⃣|email 📧|end 🔚|envelope_with_arrow 📩|es 🇪🇸|eu 🇪🇺|euro 💶|exclamation ❗|\
    exploding_head 🤯|expressionless 😑|facepalm 🤦|facepunch 👊|fast_forward ⏩|fearful 😨|feet 🐾|\
    finland 🇫🇮|first_quarter_moon 🌓|fish_cake 🍥|fist ✊|fist_oncoming 👊|fist_raised ✊|five 5️⃣|\
    flags 🎏|flashlight 🔦|flight_departure 🛫|flipper 🐬|flushed 😳|football 🏈|four 4️⃣|fr 🇫🇷|free 🆓|\
    fries 🍟|frog 🐸|frowning 😦|fu 🖕|fuelpump ⛽|full_moon 🌕|gb 🇬🇧|gem 💎|gift 🎁|gift_heart 💝|golf ⛳|\
    greece 🇬🇷|green_circle 🟢|green_square 🟩|grey_exclamation ❕|grey_question ❔|grimacing 😬|\
    grin 😁|grinning 😀|gun 🔫|hamster 🐹|hand ✋|hankey 💩|hash #️⃣|hatched_chick 🐥|headphones 🎧|\
    hear_no_evil 🙉|heart ❤️|heart_eyes 😍|heartbeat 💓|heartpulse 💗|hearts ♥️|\
    heavy_exclamation_mark ❗|high_brightness 🔆|high_heel 👠|hong_kong 🇭🇰|hooray 🎉|horse 🐴|\
    hotsprings ♨️|hourglass_flowing_sand ⏳|house 🏠|houses 🏘️|hugs 🤗|hungary 🇭🇺|hushed 😯|\
    icecream 🍦|id 🆔|india 🇮🇳|indonesia 🇮🇩|infinity ♾️|innocent 😇|interrobang ⁉️|iphone 📱|iran 🇮🇷|\
    israel 🇮🇱|it 🇮🇹|japan 🗾|joy 😂|joy_cat 😹|jp 🇯🇵|judge 🧑‍⚖️|kiss 💋|kissing 😗|kissing_heart 😘|\
    kiwi_fruit 🥝|knife 🔪|kr 🇰🇷|lantern 🏮|last_quarter_moon 🌗|laughing 😆|leaves 🍃|link 🔗|lion 🦁|\
    lips 👄|loop ➿|loud_sound 🔊|loudspeaker 📢|low_brightness 🔅|m Ⓜ️|mag 🔍|mag_right 🔎|mailbox 📫|\
    man_technologist 👨‍💻|mask 😷|massage 💆|medal_military 🎖️|medal_sports 🏅|mega 📣|mens 🚹|metal 🤘|\
    mexico 🇲🇽|moneybag 💰|monocle_face 🧐|moon 🌔|mortar_board 🎓|mouse 🐭|mouse2 🐁|muscle 💪|mute 🔇|\
    nail_care 💅|netherlands 🇳🇱|new 🆕|newspaper_roll 🗞️|next_track_button ⏭️|ng 🆖|nine 9️⃣|\
    no_bell 🔕|no_good 🙅|no_mouth 😶|non-potable_water 🚱|norway 🇳🇴|notes 🎶|o ⭕|o2 🅾️|ocean 🌊|ok 🆗|\
    ok_hand 👌|ok_woman 🙆|om 🕉️|on 🔛|one 1️⃣|open_hands 👐|open_mouth 😮|open_umbrella ☂️|orange 🍊|\
    orange_circle 🟠|orange_square 🟧|paintbrush 🖌️|paperclips 🖇️|parasol_on_ground ⛱️|parking 🅿️|\
    partly_sunny ⛅|partying_face 🥳|pause_button ⏸️|pen 🖊️|pencil 📝|pencil2 ✏️|pensive 😔|\
    people_holding_hands 🧑‍🤝‍🧑|persevere 😣|phone ☎️|pig 🐷|plate_with_cutlery 🍽️|\
    play_or_pause_button ⏯️|point_down 👇|point_left 👈|point_right 👉|point_up ☝️|point_up_2 👆|\
    poland 🇵🇱|poop 💩|portugal 🇵🇹|post_office 🏣|potable_water 🚰|pout 😡|pouting_cat 😾|pray 🙏|\
    previous_track_button ⏮️|punch 👊|purple_circle 🟣|put_litter_in_its_place 🚮|question ❓|\
    rabbit 🐰|radioactive ☢️|rage 😡|rainbow_flag 🏳️‍🌈|raised_eyebrow 🤨|raised_hands 🙌|\
    raising_hand 🙋|record_button ⏺️|recycle ♻️|red_car 🚗|red_circle 🔴|red_square 🟥|registered ®️|\
    relaxed ☺️|relieved 😌|repeat 🔁|repeat_one 🔂|rewind ⏪|rice 🍚|robot 🤖|rofl 🤣|roll_eyes 🙄|\
    romania 🇷🇴|rotating_light 🚨|ru 🇷🇺|running 🏃|sa 🈂️|sake 🍶|santa 🎅|satellite 📡|satisfied 😆|\
    scientist 🧑‍🔬|scissors ✂️|scream 😱|secret ㊙️|see_no_evil 🙈|seven 7️⃣|shell 🐚|shirt 👕|shit 💩|\
    shopping 🛍️|shopping_cart 🛒|signal_strength 📶|singapore 🇸🇬|six 6️⃣|six_pointed_star 🔯|ski 🎿|\
    sleeping 😴|sleepy 😪|small_red_triangle 🔺|small_red_triangle_down 🔻|smile 😄|smile_cat 😸|\
    smiley 😃|smirk 😏|smoking 🚬|snowman ⛄|snowman_with_snow ☃️|sob 😭|soccer ⚽|soon 🔜|sos 🆘|\
    sound 🔉|south_africa 🇿🇦|space_invader 👾|spades ♠️|speak_no_evil 🙊|speaking_head 🗣️|\
    spiral_calendar 🗓️|spiral_notepad 🗒️|star ⭐|star2 🌟|star_struck 🤩|stars 🌠|stew 🍲|\
    stop_button ⏹️|stop_sign 🛑|stuck_out_tongue 😛|stuck_out_tongue_winking_eye 😜|student 🧑‍🎓|\
    sun_behind_small_cloud 🌤️|sunglasses 😎|sunny ☀️|sweat 😓|sweat_drops 💦|sweat_smile 😅|\
    sweden 🇸🇪|switzerland 🇨🇭|tada 🎉|taiwan 🇹🇼|tea 🍵|teacher 🧑‍🏫|technologist 🧑‍💻|telephone ☎️|\
    tennis 🎾|thailand 🇹🇭|thinking 🤔|three 3️⃣|thumbsdown 👎|thumbsup 👍|tiger 🐯|\
    tipping_hand_person 💁|tm ™️|tools 🛠️|top 🔝|tr 🇹🇷|traffic_light 🚥|train 🚋|train2 🚆|triumph 😤|\
    truck 🚚|tshirt 👕|tv 📺|two 2️⃣|u7981 🈲|uk 🇬🇧|ukraine 🇺🇦|umbrella ☔|unamused 😒|underage 🔞|\
    unicorn 🦄|unlock 🔓|up 🆙|us 🇺🇸|v ✌️|vietnam 🇻🇳|vs 🆚|vulcan_salute 🖖|walking 🚶|warning ⚠️|\
    wave 👋|waving_hand 👋|waxing_gibbous_moon 🌔|wc 🚾|weary 😩|whale 🐳|whale2 🐋|wheelchair ♿|\
    white_check_mark ✅|white_circle ⚪|white_flag 🏳️|wind_face 🌬️|wink 😉|wolf 🐺|\
    woman_technologist 👩‍💻|womens 🚺|worried 😟|x ❌|yellow_circle 🟡|yellow_square 🟨|yen 💴|yum 😋|\
    zany_face 🤪|zap ⚡|zero 0️⃣|zzz 💤
    """
}
